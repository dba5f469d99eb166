import { z } from 'zod';
import { type Invoice, standingOf } from './invoice.ts';
import { marked, plain } from './marks.ts';
import { formatMoney } from './money.ts';

/** A sum as people read it, such as `744.00 GBP`. */
const Sum = plain(z.string());
const Moment = marked(z.string(), 'personal.order');

/**
 * An invoice as a letter may tell of it: each sum is worked out beforehand and written out, so that nobody who drafts from
 * it has anything to add up. Times in ISO 8601.
 */
export const ToldInvoice = marked(
  z.strictObject({
    number: marked(z.string(), 'personal.order'),
    order: marked(z.string(), 'personal.order').optional(),
    standing: z.enum(['open', 'overdue', 'partly-paid', 'settled', 'overpaid']),
    lines: z
      .array(z.strictObject({ text: marked(z.string(), 'personal.order'), quantity: z.int(), price: Sum }))
      .readonly(),
    total: Sum,
    issuedAt: Moment,
    dueAt: Moment,
    payments: z
      .array(z.strictObject({ sum: Sum, method: plain(z.string()), paidAt: Moment, paidBack: Sum.optional() }))
      .readonly(),
    credited: Sum.optional(),
    /** What is still to be paid, where anything is. */
    open: Sum.optional(),
    /** What came in beyond what was asked for, where anything did. */
    overpaid: Sum.optional(),
  }),
  'personal.order',
);
export type ToldInvoice = z.infer<typeof ToldInvoice>;

/** What may be told of an invoice at a time; nothing where its records do not agree on the currency. */
export function toldInvoice(invoice: Invoice, now: Date): ToldInvoice | undefined {
  const { number, order, lines, total, currency, issuedAt, dueAt, payments } = invoice;
  const { kind, due, kept, otherCurrency } = standingOf(invoice);
  if (otherCurrency.length > 0) return undefined;
  const sum = (amount: number) => formatMoney({ amount, currency });
  const isOverdue = (kind === 'open' || kind === 'partly-paid') && Date.parse(dueAt) < now.getTime();
  return {
    number,
    ...(order === undefined ? {} : { order }),
    standing: isOverdue ? 'overdue' : kind,
    lines: lines.map(({ text, quantity, unitPrice }) => ({ text, quantity, price: sum(unitPrice) })),
    total: sum(total),
    issuedAt,
    dueAt,
    payments: payments.map(({ amount, method, paidAt, refunded }) => ({
      sum: sum(amount),
      method,
      paidAt,
      ...(refunded > 0 ? { paidBack: sum(refunded) } : {}),
    })),
    ...(due < total ? { credited: sum(total - due) } : {}),
    ...(kept < due ? { open: sum(due - kept) } : {}),
    ...(kept > due ? { overpaid: sum(kept - due) } : {}),
  };
}
