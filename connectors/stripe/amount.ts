import { digitsOf, type Money } from '#contracts/money.ts';

/** Stripe counts these in hundredths, although nobody pays in hundredths of them; whole ones are asked for. */
const inHundredths = ['ISK', 'UGX'];

/** The amount as Stripe counts it; nothing where it pays no such amount: of a currency in thousandths, only full tens. */
export function amountAtStripe({ amount, currency }: Money): number | undefined {
  if (inHundredths.includes(currency)) return amount * 10 ** (2 - digitsOf(currency));
  return digitsOf(currency) === 3 && amount % 10 !== 0 ? undefined : amount;
}
