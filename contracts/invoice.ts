import { z } from 'zod';
import { marked, plain } from './marks.ts';

const Moment = marked(z.string(), 'personal.order');

const InvoiceLine = z.strictObject({
  text: marked(z.string(), 'personal.order'),
  quantity: z.int(),
  unitPrice: z.int(),
});

/** What was paid once, and what of it was paid back. */
export const Payment = z.strictObject({
  /** What the payment provider calls it. */
  reference: marked(z.string(), 'personal.identifier'),
  amount: z.int(),
  currency: plain(z.string()),
  method: plain(z.string()),
  paidAt: Moment,
  refunded: z.int(),
});
export type Payment = z.infer<typeof Payment>;

const CreditNote = z.strictObject({
  number: marked(z.string(), 'personal.order'),
  amount: z.int(),
  reason: plain(z.string()),
  issuedAt: Moment,
});

/** An invoice as the customer may know it. Amounts in minor units of the currency, times in ISO 8601; oldest first. */
export const Invoice = marked(
  z.strictObject({
    number: marked(z.string(), 'personal.order'),
    order: marked(z.string(), 'personal.order').optional(),
    lines: z.array(InvoiceLine).readonly(),
    total: z.int(),
    currency: plain(z.string()),
    issuedAt: Moment,
    dueAt: Moment,
    creditNotes: z.array(CreditNote).readonly(),
    payments: z.array(Payment).readonly(),
  }),
  'personal.order',
);
export type Invoice = z.infer<typeof Invoice>;

/** How an invoice stands, in minor units of its currency; `payments` in another one are not counted, and named. */
export interface InvoiceStanding {
  kind: 'open' | 'partly-paid' | 'settled' | 'overpaid';
  /** What is asked for, less what was credited. */
  due: number;
  /** What was paid, less what was paid back. */
  kept: number;
  /** By how many payments the whole of it was paid: two where it was paid twice. */
  paidInFull: number;
  otherCurrency: readonly Payment['reference'][];
}

export function standingOf({ total, currency, creditNotes, payments }: Invoice): InvoiceStanding {
  const counted = payments.filter((payment) => payment.currency === currency);
  const due = total - sumOf(creditNotes.map(({ amount }) => amount));
  const kept = sumOf(counted.map(({ amount, refunded }) => amount - refunded));
  return {
    kind: kindOf({ due, kept }),
    due,
    kept,
    paidInFull: counted.filter(({ amount, refunded }) => refunded === 0 && amount >= total).length,
    otherCurrency: payments.filter((payment) => payment.currency !== currency).map(({ reference }) => reference),
  };
}

function kindOf({ due, kept }: Pick<InvoiceStanding, 'due' | 'kept'>): InvoiceStanding['kind'] {
  if (kept === due) return 'settled';
  if (kept > due) return 'overpaid';
  return kept === 0 ? 'open' : 'partly-paid';
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
