import { type Invoice, type Payment, standingOf } from '#contracts/invoice.ts';
import { formatMoney, type Money } from '#contracts/money.ts';
import type { Order } from '#contracts/order.ts';
import type { OrderReturn } from '#contracts/order-return.ts';
import type { RefundRules } from '#contracts/refund-rules.ts';
import type { RefundReason, RefundVerdict } from '#contracts/refund-verdict.ts';
import { returnedWorth } from './returned-worth.ts';

/** What the records say at the moment of weighing, and what was asked for. */
export interface RefundCase {
  order: Order;
  invoices: readonly Invoice[];
  returns: readonly OrderReturn[];
  /** Absent where no amount was named. */
  asked?: Money | undefined;
}

type Owed = { kind: 'owed'; amount: number; reasons: readonly RefundReason[] } | Exclude<RefundVerdict, Eligible>;
type Eligible = Extract<RefundVerdict, { kind: 'eligible' }>;

/** What the rules make of a wish for money back. Nothing is weighed that a record does not say; where records do not agree, a person has to look. */
export function weighRefund(known: RefundCase, rules: RefundRules): RefundVerdict {
  const [invoice, ...others] = known.invoices;
  if (!invoice) return { kind: 'doubtful', doubt: 'no-invoice' };
  if (others.length > 0) return { kind: 'doubtful', doubt: 'several-invoices' };
  if (!areInOneCurrency(known, invoice)) return { kind: 'doubtful', doubt: 'other-currency' };
  if (invoice.payments.length === 0) return { kind: 'not-eligible', reasons: ['not-paid'] };
  const { kind, paidInFull } = standingOf(invoice);
  if (kind === 'overpaid' && paidInFull > 1) return { kind: 'doubtful', doubt: 'paid-twice' };
  const owed = owedFor(known, { invoice, rules });
  if (owed.kind !== 'owed') return owed;
  const left = owed.amount - paidBackOf(invoice);
  if (left <= 0) return { kind: 'not-eligible', reasons: [...owed.reasons, 'paid-back-before'] };
  return grant(known, { invoice, rules, left, reasons: owed.reasons });
}

function areInOneCurrency({ order, asked }: RefundCase, { currency, payments }: Invoice): boolean {
  return [order.currency, ...payments.map((payment) => payment.currency), asked?.currency ?? currency].every(
    (each) => each === currency,
  );
}

/** Everything that was kept of an order that was cancelled, else what of it came back. */
function owedFor(known: RefundCase, { invoice, rules }: { invoice: Invoice; rules: RefundRules }): Owed {
  if (known.order.status !== 'cancelled') return returnedWorth(known, rules);
  const amount = invoice.payments.reduce((sum, payment) => sum + payment.amount, 0);
  return { kind: 'owed', amount, reasons: ['cancelled'] };
}

function paidBackOf({ payments }: Invoice): number {
  return payments.reduce((sum, { refunded }) => sum + refunded, 0);
}

interface Grant {
  invoice: Invoice;
  rules: RefundRules;
  left: number;
  reasons: readonly RefundReason[];
}

/** Never more than was asked for, than is owed, or than is left of one payment. */
function grant({ asked }: RefundCase, { invoice, rules, left, reasons }: Grant): RefundVerdict {
  const { currency } = invoice;
  const amount = Math.min(left, asked?.amount ?? left);
  const payment = invoice.payments.toSorted((one, other) => leftOf(other) - leftOf(one))[0];
  if (!payment || leftOf(payment) < amount) return { kind: 'doubtful', doubt: 'several-payments' };
  if (amount + paidBackOf(invoice) > limitIn(rules.largest, currency))
    return { kind: 'doubtful', doubt: 'over-largest' };
  const isMoreAsked = asked !== undefined && asked.amount > left;
  const enough = peopleFor({ amount, currency }, rules);
  return {
    kind: 'eligible',
    payment: { reference: payment.reference, refunded: payment.refunded },
    money: { amount, currency },
    text: formatMoney({ amount, currency }),
    // Whoever asked for more than they get is answered by a person.
    people: isMoreAsked && enough === 0 ? 1 : enough,
    reasons: [...reasons, ...differenceOf(asked, left)],
  };
}

function differenceOf(asked: Money | undefined, left: number): RefundReason[] {
  if (asked === undefined || asked.amount === left) return [];
  return [asked.amount > left ? 'asks-for-more' : 'asks-for-less'];
}

function leftOf({ amount, refunded }: Payment): number {
  return amount - refunded;
}

function peopleFor({ amount, currency }: Money, { onNobodysWord, onOnesWord }: RefundRules): 0 | 1 | 2 {
  if (amount <= limitIn(onNobodysWord, currency)) return 0;
  return amount <= limitIn(onOnesWord, currency) ? 1 : 2;
}

function limitIn(limits: RefundRules['largest'], currency: string): number {
  return limits.find((limit) => limit.currency === currency)?.upTo ?? 0;
}
