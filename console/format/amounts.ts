import type { Money } from '#contracts/money.ts';

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

export function sayCount(count: number): string {
  return whole.format(count);
}

export function sayShare(part: number): string {
  return share.format(part);
}

/** How large a file is, in the largest unit that keeps it above one. */
export function sayBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const;
  const at = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const unit = units[at] ?? 'byte';
  const format = new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1_000 ** at);
}

/** An amount in minor units of its currency. */
export function sayMoney({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** What a call cost is mostly far under a cent; what many cost together is not. */
export function sayMicros(micros: number, currency: string): string {
  const digits = micros === 0 || micros >= 1_000_000 ? 2 : 6;
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, maximumFractionDigits: digits });
  return format.format(micros / 1_000_000);
}
