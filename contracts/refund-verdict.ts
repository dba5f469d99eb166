import type { Blocked } from './guard.ts';
import type { Money } from './money.ts';

/** Why something is paid back, less than was asked for, or nothing. */
export type RefundReason =
  | 'returned'
  | 'cancelled'
  | 'asks-for-less'
  | 'asks-for-more'
  | 'paid-back-before'
  | 'nothing-returned'
  | 'not-received-yet'
  | 'too-late'
  | 'condition'
  | 'not-paid';

/** Why the rules alone do not say what is to be done. */
export type RefundDoubt =
  | 'order-gone'
  | 'no-invoice'
  | 'several-invoices'
  | 'several-payments'
  | 'paid-twice'
  | 'other-currency'
  | 'condition-unknown'
  | 'unknown-article'
  | 'no-delivery-date'
  | 'over-largest';

/** A payment of which something may be paid back. */
export interface RefundablePayment {
  reference: string;
  /** What was paid back of it before, in minor units. */
  refunded: number;
}

/** What the rules make of a wish for money back, with every reason. */
export type RefundVerdict =
  | {
      kind: 'eligible';
      payment: RefundablePayment;
      money: Money;
      /** The money as people read it. */
      text: string;
      /** So many people have to agree. */
      people: 0 | 1 | 2;
      reasons: readonly RefundReason[];
    }
  | { kind: 'not-eligible'; reasons: readonly RefundReason[] }
  | { kind: 'doubtful'; doubt: RefundDoubt };

export type RefundWeighed = RefundVerdict | Blocked;
