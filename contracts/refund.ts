import type { Blocked } from './guard.ts';

/** Why a payment provider pays nothing back. */
export type RefundRefusal =
  | 'no-such-payment'
  | 'other-currency'
  /** More than is left of what was paid. */
  | 'exceeds-paid'
  /** Nothing is left of what was paid. */
  | 'already-refunded'
  /** Something was paid back of it since the rules were held against it. */
  | 'refunded-meanwhile'
  /** The key was used before, for another payment or amount. */
  | 'key-reused'
  /** The payment is in a state in which nothing is paid back, such as disputed or not yet taken. */
  | 'not-refundable'
  /** The provider cannot pay this amount in this currency. */
  | 'amount-impossible'
  /** It was tried, and the money came back. */
  | 'failed'
  /** The provider does not take our word: a key that is wrong, or may not do this. */
  | 'not-authorised'
  /** It was asked for as often as may be, and each time certainly not made. */
  | 'unavailable'
  /** For a reason that has no name here; the provider's own words stand with it. */
  | 'other';

/** What a payment provider made of a refund. */
export type RefundOutcome =
  | { kind: 'refunded'; refundId: string }
  /** It is on its way, and may still fail. */
  | { kind: 'pending'; refundId: string }
  | { kind: 'refused'; why: RefundRefusal };

/** What a step that pays back comes to. */
export type RefundResult =
  | RefundOutcome
  /** It may have been made: nobody can say, and nothing is tried again before a person has looked. */
  | { kind: 'unknown'; reason: string }
  | Blocked;
