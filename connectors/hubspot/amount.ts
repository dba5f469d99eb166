import { digitsOf, type Money } from '#contracts/money.ts';

/** HubSpot counts an amount in whole units of its currency, with a point. */
export function inWholes({ amount, currency }: Money): string {
  const digits = digitsOf(currency);
  return (amount / 10 ** digits).toFixed(digits);
}
