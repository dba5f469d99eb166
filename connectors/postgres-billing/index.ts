import { z } from 'zod';
import { Invoice } from '#contracts/invoice.ts';
import type { BillingPort, InvoiceRecord } from '#contracts/ports/billing.ts';
import type { Transaction } from '#platform/database/client.ts';
import {
  type InvoicePlace,
  type InvoiceRow,
  listInvoicesByNumber,
  listInvoicesOf,
  listInvoicesOfOrder,
} from '#store/invoices.ts';

/** The built-in invoices and payments, for a firm that keeps them in our own database. */
export function createPostgresBilling(): BillingPort<Transaction> {
  return {
    name: 'postgres-billing',
    findByNumbers: async (tx, numbers) => (await listInvoicesByNumber(tx, numbers)).map(toRecord),
    findByOrder: async (tx, order) => (await listInvoicesOfOrder(tx, order)).map(toRecord),
    findByCustomer: async (tx, { email, limit, after }) => {
      const place = after === undefined ? undefined : placeIn(after);
      const rows = await listInvoicesOf(tx, { email, limit: limit + 1, after: place });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { records: shown.map(toRecord), ...(last && rows.length > limit ? { next: nameOf(last) } : {}) };
    },
  };
}

const Place = z.tuple([z.iso.datetime(), z.string()]);

/** A page begins after an invoice, whatever becomes of that one. */
function nameOf({ issuedAt, number }: InvoicePlace): string {
  return JSON.stringify([issuedAt.toISOString(), number]);
}

function placeIn(after: string): InvoicePlace {
  const [issuedAt, number] = Place.parse(JSON.parse(after));
  return { issuedAt: new Date(issuedAt), number };
}

const Instant = z.string().transform((text) => new Date(text).toISOString());
const CreditNotes = z.array(z.object({ number: z.string(), amount: z.int(), reason: z.string(), issuedAt: Instant }));
const Payments = z.array(
  z.object({
    reference: z.string(),
    amount: z.int(),
    currency: z.string(),
    method: z.string(),
    paidAt: Instant,
    refunded: z.int(),
  }),
);

function toRecord(row: InvoiceRow): InvoiceRecord {
  const { number, orderNumber, lines, total, currency, issuedAt, dueAt, creditNotes, payments, customerEmail } = row;
  const invoice = Invoice.parse({
    number,
    ...(orderNumber === null ? {} : { order: orderNumber }),
    lines,
    total,
    currency,
    issuedAt: issuedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    creditNotes: CreditNotes.parse(creditNotes),
    payments: Payments.parse(payments),
  });
  return { invoice, customerEmail };
}
