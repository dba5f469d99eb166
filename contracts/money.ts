import { z } from 'zod';

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency in three capitals, such as EUR');

/** An amount in minor units of its currency: 2550 with EUR is 25.50 EUR. */
export const Money = z.strictObject({ amount: z.int().min(1), currency: Currency });
export type Money = z.infer<typeof Money>;

/** An amount in millionths of the unit of its currency. */
export function microsOf({ amount, currency }: Money): number {
  return amount * 10 ** (6 - digitsOf(currency));
}

/** Millionths of the unit of a currency as people read them, to the last digit that counts: 0.000150 USD. */
export function formatMicros(micros: number, currency: string): string {
  const shown = new Intl.NumberFormat('en', { minimumFractionDigits: digitsOf(currency), maximumFractionDigits: 6 });
  return `${shown.format(micros / 1_000_000)} ${currency}`;
}

/** An amount as people read it, such as 1,290.00 EUR. */
export function formatMoney({ amount, currency }: Money): string {
  const digits = digitsOf(currency);
  const major = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${major.format(amount / 10 ** digits)} ${currency}`;
}

/** An amount as people write it, such as `25.50 EUR` or `25 EUR`; nothing where it is none. */
export function parseMoney(written: string): Money | undefined {
  const [, whole, fraction = '', currency = ''] = /^(\d{1,12})(?:\.(\d+))? ?([A-Z]{3})$/.exec(written.trim()) ?? [];
  if (whole === undefined) return undefined;
  const digits = digitsOf(currency);
  if (fraction.length > digits) return undefined;
  return { amount: Number(whole + fraction.padEnd(digits, '0')), currency };
}

/** How many digits of a currency are minor units: 2 for EUR, 0 for JPY. */
export function digitsOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits;
}
