const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

export function sayCount(count: number): string {
  return whole.format(count);
}

export function sayShare(part: number): string {
  return share.format(part);
}

/** What a call cost is mostly far under a cent. */
export function sayMicros(micros: number, currency: string): string {
  const digits = micros === 0 ? 2 : 6;
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, maximumFractionDigits: digits });
  return format.format(micros / 1_000_000);
}
