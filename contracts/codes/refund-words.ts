import type { RefundRefusal } from '../refund.ts';
import type { RefundDoubt, RefundReason } from '../refund-verdict.ts';

/** As colleagues read it, and as a letter is drafted from it. */
export const refundReasonWords: Record<RefundReason, string> = {
  returned: 'What came back was returned in time and in a state that is paid back.',
  cancelled: 'The order was cancelled.',
  'asks-for-less': 'Less was asked for than could be paid back.',
  'asks-for-more': 'More was asked for than can be paid back for this order.',
  'paid-back-before': 'What can be paid back for this order has been paid back already.',
  'nothing-returned': 'Nothing of this order has been announced as a return.',
  'not-received-yet': 'What was announced as a return has not arrived at our warehouse yet.',
  'too-late': 'The return was announced after the time for returns had passed.',
  condition: 'What came back is in a state that is not paid back.',
  'not-paid': 'No payment was received for this order.',
};

export const refundDoubtWords: Record<RefundDoubt, string> = {
  'order-gone': 'the order is no longer in the records',
  'no-invoice': 'there is no invoice for the order',
  'several-invoices': 'there are several invoices for the order',
  'several-payments': 'no single payment is large enough to be paid back from',
  'paid-twice': 'the invoice was paid twice',
  'other-currency': 'the order, its invoice, its payment and what is asked for are not all in one currency',
  'condition-unknown': 'nobody has written down in which state the return came back',
  'unknown-article': 'something came back that is not in the order',
  'no-delivery-date': 'the records do not say when the order was delivered',
  'over-largest': 'it would be more than may be paid back for one order',
};

export const refundRefusalWords: Record<RefundRefusal, string> = {
  'no-such-payment': 'it knows no such payment',
  'other-currency': 'the payment is in another currency',
  'exceeds-paid': 'less than that is left of what was paid',
  'already-refunded': 'nothing is left of what was paid',
  'refunded-meanwhile': 'something else was paid back of it meanwhile',
  'key-reused': 'something else was paid back by this run before',
  'not-refundable': 'the payment is in a state in which nothing is paid back',
  'amount-impossible': 'it cannot pay this amount in this currency',
  failed: 'it was tried, and the money came back',
  'not-authorised': 'it does not take our word',
  unavailable: 'it could not be reached, and certainly paid nothing',
  other: 'for a reason that has no name here',
};
