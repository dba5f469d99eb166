import type { AnyAnswer } from '#contracts/answers/index.ts';

export interface Shown {
  /** What the model was shown, before anything was taken out of it. */
  variables: Readonly<Record<string, string>>;
  /** What the firm's order numbers look like; absent in calls from before it was told. */
  orderNumberPattern: string | undefined;
}

/** Fields of an answer that name an order which stands in nothing the model was shown. */
export function failedChecks(answer: AnyAnswer, { variables, orderNumberPattern }: Shown): string[] {
  const shown = Object.values(variables).join('\n').toUpperCase();
  const isUnknown = (number: string) => !shown.includes(number.toUpperCase());
  const fields: [string, unknown][] = Object.entries(answer);
  return fields.flatMap(([field, value]) => {
    if (typeof value !== 'string') return [];
    return numbersIn(field, value, orderNumberPattern).some(isUnknown) ? [field] : [];
  });
}

function numbersIn(field: string, value: string, pattern: string | undefined): string[] {
  if (field === 'orderNumber') return [value.trim()];
  return pattern === undefined ? [] : (value.match(new RegExp(pattern, 'gi')) ?? []);
}
