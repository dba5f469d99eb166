import type { BudgetAmount, BudgetLimit } from '#contracts/budget.ts';
import { sayCount, sayMicros } from '../format/amounts.ts';
import { budgetTexts } from '../texts/budget-texts.ts';

const words = budgetTexts;

/** Tokens, and money where there is any to speak of. */
export function sayAmount({ tokens, micros }: BudgetAmount, currency: string | null): string {
  const money = currency === null ? [] : [sayMicros(micros, currency)];
  return [words.tokens(sayCount(tokens)), ...money].join(', ');
}

/** Of what was given, that which is more than nothing. */
export function sayGiven({ tokens, micros }: BudgetAmount, currency: string | null): string {
  const given = { tokens: tokens === 0 ? null : tokens, micros: micros === 0 ? null : micros };
  return sayLimit(given, currency);
}

export function sayLimit({ tokens, micros }: BudgetLimit, currency: string | null): string {
  const most = tokens === null ? [] : [words.tokens(sayCount(tokens))];
  const money = currency === null || micros === null ? [] : [sayMicros(micros, currency)];
  return [...most, ...money].join(', ') || words.unlimited;
}
