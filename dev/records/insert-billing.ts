import { newId } from '#contracts/ids.ts';
import type { Transaction } from '#platform/database/client.ts';
import { insertInvoices } from '#store/invoices.ts';
import { insertReturns } from '#store/orders.ts';
import { invoices, returns } from './index.ts';

/** Writes the invented invoices, with what was paid for them and paid back, and what came back; what is there already stays. */
export async function insertBilling(tx: Transaction): Promise<void> {
  const payments = invoices.flatMap(({ number, payments: paid }) =>
    paid.map((payment) => ({ ...payment, invoiceNumber: number })),
  );
  await insertInvoices(tx, {
    invoices: invoices.map(({ order, creditNotes: _credited, payments: _paid, ...invoice }) => ({
      ...invoice,
      orderNumber: order,
    })),
    creditNotes: invoices.flatMap(({ number, creditNotes }) =>
      creditNotes.map((note) => ({ ...note, invoiceNumber: number })),
    ),
    payments: payments.map(({ refunds, ...payment }) => ({
      ...payment,
      refunded: refunds.reduce((sum, { amount }) => sum + amount, 0),
    })),
    refunds: payments.flatMap(({ reference, refunds }) =>
      refunds.map((refund) => ({ ...refund, id: newId('refund'), paymentReference: reference })),
    ),
  });
  await insertReturns(tx, returns);
}
