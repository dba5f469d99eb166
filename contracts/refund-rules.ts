import { z } from 'zod';
import { Currency } from './money.ts';
import { ReturnCondition } from './order-return.ts';

/** One amount in each currency; one that is not named has none. */
const Amounts = z.array(z.strictObject({ currency: Currency, upTo: z.int().min(1) })).min(1);

/** What may be paid back of an order, and on the word of how many people, in minor units. */
export const RefundRules = z.strictObject({
  /** Within how many days of its delivery something has to be announced as coming back, by the state that it came back in; what is not named is not paid back. */
  daysToReturn: z.partialRecord(ReturnCondition.exclude(['unknown']), z.int().min(1)),
  /** More than that for one order is for a person to see to. */
  largest: Amounts,
  /** Up to there nobody is asked. */
  onNobodysWord: Amounts,
  /** Up to there one person is asked; above it two. */
  onOnesWord: Amounts,
});
export type RefundRules = z.infer<typeof RefundRules>;
