import type { RefundFacts } from '../../facts.ts';

/** What a language needs to answer a wish for money back; the amount is copied as the facts have it. */
export type RefundWording = {
  told(refund: RefundFacts): readonly string[];
};
