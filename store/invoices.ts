import { query, type Transaction } from '#platform/database/client.ts';
import { type CustomerInvoice, Prisma } from '#prisma/client/client.ts';

/** An invoice with its credit notes and payments, as JSON has them: oldest first, times in ISO 8601. */
export interface InvoiceRow extends CustomerInvoice {
  creditNotes: unknown;
  payments: unknown;
}

export interface InvoicePlace {
  issuedAt: Date;
  number: string;
}

const selected = Prisma.sql`
  SELECT number, order_number AS "orderNumber", customer_email AS "customerEmail", lines, total, currency,
    issued_at AS "issuedAt", due_at AS "dueAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('number', credit_note.number, 'amount', credit_note.amount,
        'reason', credit_note.reason, 'issuedAt', credit_note.issued_at) ORDER BY credit_note.issued_at, credit_note.number)
      FROM credit_note WHERE invoice_number = customer_invoice.number), '[]') AS "creditNotes",
    coalesce((SELECT jsonb_agg(jsonb_build_object('reference', reference, 'amount', amount, 'currency', payment.currency,
        'method', method, 'paidAt', paid_at, 'refunded', refunded) ORDER BY paid_at, reference)
      FROM payment WHERE invoice_number = customer_invoice.number), '[]') AS payments
  FROM customer_invoice`;

export function listInvoicesByNumber(tx: Transaction, numbers: readonly string[]): Promise<InvoiceRow[]> {
  return query(tx, Prisma.sql`${selected} WHERE number = ANY(${[...numbers]}::text[])`);
}

export function listInvoicesOfOrder(tx: Transaction, order: string): Promise<InvoiceRow[]> {
  return query(tx, Prisma.sql`${selected} WHERE order_number = ${order} ORDER BY issued_at, number`);
}

/** Invoices of one address, newest first, from after a place on. */
export function listInvoicesOf(
  tx: Transaction,
  { email, limit, after }: { email: string; limit: number; after?: InvoicePlace | undefined },
): Promise<InvoiceRow[]> {
  const beyond = after
    ? Prisma.sql`AND (issued_at, number) < (${after.issuedAt}::timestamptz, ${after.number})`
    : Prisma.empty;
  return query(
    tx,
    Prisma.sql`${selected} WHERE customer_email = ${email} ${beyond} ORDER BY issued_at DESC, number DESC LIMIT ${limit}`,
  );
}

export interface InvoicesToInsert {
  invoices: readonly Prisma.CustomerInvoiceCreateManyInput[];
  creditNotes: readonly Prisma.CreditNoteCreateManyInput[];
  payments: readonly Prisma.PaymentCreateManyInput[];
  refunds: readonly Prisma.RefundCreateManyInput[];
}

export async function insertInvoices(tx: Transaction, written: InvoicesToInsert): Promise<void> {
  const { invoices, creditNotes, payments, refunds } = written;
  await tx.customerInvoice.createMany({ data: [...invoices], skipDuplicates: true });
  await tx.creditNote.createMany({ data: [...creditNotes], skipDuplicates: true });
  await tx.payment.createMany({ data: [...payments], skipDuplicates: true });
  await tx.refund.createMany({ data: [...refunds], skipDuplicates: true });
}
