import { query, type Transaction } from '#platform/database/client.ts';
import { type Payment, Prisma, type Refund } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

const paymentColumns = columnsOf(Prisma.PaymentScalarFieldEnum);
const refundColumns = columnsOf(Prisma.RefundScalarFieldEnum);

export async function findPayment(tx: Transaction, reference: string): Promise<Payment | undefined> {
  const [payment] = await query<Payment>(
    tx,
    Prisma.sql`SELECT ${paymentColumns} FROM payment WHERE reference = ${reference}`,
  );
  return payment;
}

export async function findRefundByKey(tx: Transaction, key: string): Promise<Refund | undefined> {
  const [refund] = await query<Refund>(tx, Prisma.sql`SELECT ${refundColumns} FROM refund WHERE key = ${key}`);
  return refund;
}

/**
 * Counts a refund with its payment; fails as a whole where that is gone, less is left of it by now, or something was paid back
 * of it since it was looked at: no row may hold less than nothing.
 */
export function insertRefund(refund: Omit<Refund, 'at'> & { before?: number | undefined }): readonly Write[] {
  const { id, key, paymentReference, amount, before = null } = refund;
  return [
    Prisma.sql`UPDATE payment SET refunded = CASE
        WHEN ${before}::int IS NULL OR payment.refunded = ${before}::int THEN payment.refunded + ${amount}::int
        ELSE -1 END FROM gate
      WHERE payment.reference = ${paymentReference}`,
    Prisma.sql`INSERT INTO refund (id, key, payment_reference, amount, at)
      SELECT ${id}, ${key}, ${paymentReference}, ${amount}::int, clock_timestamp() FROM gate`,
  ];
}
