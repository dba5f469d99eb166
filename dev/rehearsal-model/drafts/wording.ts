import type { OrderFacts } from '../facts.ts';
import type { BillingWording } from './billing/wording.ts';
import type { RefundWording } from './refund/wording.ts';

/** Everything a language needs to say; lists hold equally good wordings of one thought. */
export type Wording = {
  readonly locale: string;
  greetings: readonly ((name: string | undefined) => string)[];
  openings: readonly string[];
  closings: readonly string[];
  farewell: string;
  apology: string;
  secondLook: string;
  subjects: {
    order(number: string): string;
    orderUnknown: string;
    complaint: string;
    routine: string;
  };
  status(order: OrderFacts, day: (instant: string | undefined) => string | undefined): readonly string[];
  contents(items: string): string;
  total(amount: string): string;
  /** For what goes beyond the facts. */
  rest: string;
  about(matters: readonly string[]): string;
  /** Before what colleagues answered. */
  answers: string;
  /** For a part of the question that nobody knew the answer to. */
  unanswered(topic: string): string;
  noOrder: readonly string[];
  severalOrders(numbers: readonly string[]): readonly string[];
  complaint(number: string | undefined): readonly string[];
  routine(category: string | undefined): readonly string[];
  uncertain: readonly string[];
  billing: BillingWording;
  refund: RefundWording;
};
