import type { ApprovalForm, DecisionFields, FormField } from './approval-form.ts';
import { formatMoney, Money, parseMoney } from './money.ts';

/** Fields as people type them, one text a field. What cannot be read stays as it is: the check says what is wrong with it. */
export function fieldsOfTexts({ properties }: ApprovalForm, texts: Readonly<Record<string, string>>): DecisionFields {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(
    filled.map(([name, text]) => {
      const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [name, field === undefined ? text : valueOfText(field, text.trim())];
    }),
  );
}

function valueOfText(field: FormField, text: string): unknown {
  switch (field.type) {
    case 'string':
      return text;
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case 'boolean':
      return yesOrNo.get(text.toLowerCase()) ?? text;
    case 'object':
      return parseMoney(text) ?? text;
  }
}

const yesOrNo = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/** A field's value as people read it. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const money = Money.safeParse(value);
  return money.success ? formatMoney(money.data) : String(value);
}

/** What may be typed into a field. */
export function hintOf(field: FormField): string {
  if ('oneOf' in field) return `an amount, ${field.oneOf.map(limitOf).join(' or ')}`;
  if ('enum' in field) return field.enum.join(', ');
  switch (field.type) {
    case 'string':
      return `a line of at most ${field.maxLength} characters`;
    case 'integer':
      return `a whole number, ${field.minimum} to ${field.maximum}`;
    case 'boolean':
      return 'yes or no';
  }
}

function limitOf({
  properties: { amount, currency },
}: Extract<FormField, { oneOf: unknown }>['oneOf'][number]): string {
  return `at most ${formatMoney({ amount: amount.maximum, currency: currency.const })}`;
}
