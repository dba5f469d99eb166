import { newId } from '#contracts/ids.ts';
import type { OwnRefunds, RefundOrder } from '#contracts/ports/refunds.ts';
import type { RefundOutcome } from '#contracts/refund.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findPayment, findRefundByKey, insertRefund } from '#store/refunds.ts';
import type { Write } from '#store/write-together.ts';

/**
 * The built-in refunds, for a firm that pays back by hand or in another program: they are counted with their payments in our
 * own database. Of several that want what is left of a payment at the same moment, those that come too late fail as a whole,
 * and are refused when they are tried again.
 */
export function createPostgresRefunds(): OwnRefunds<Transaction, Write> {
  return {
    kind: 'own',
    name: 'postgres-refunds',
    planRefund: async (reads, order) => {
      const { key, payment: paymentReference, money } = order;
      const known = (await madeBefore(reads, order)) ?? (await whyRefused(reads, order));
      if (known) return { outcome: known, writes: [] };
      const id = newId('refund');
      const writes = insertRefund({ id, key, paymentReference, amount: money.amount, before: order.refundedBefore });
      return { outcome: { kind: 'refunded', refundId: id }, writes };
    },
  };
}

async function madeBefore(
  reads: Transaction,
  { key, payment, money }: RefundOrder,
): Promise<RefundOutcome | undefined> {
  const made = await findRefundByKey(reads, key);
  if (!made) return undefined;
  const isSame = made.paymentReference === payment && made.amount === money.amount;
  return isSame ? { kind: 'refunded', refundId: made.id } : { kind: 'refused', why: 'key-reused' };
}

async function whyRefused(
  reads: Transaction,
  { payment, money, refundedBefore }: RefundOrder,
): Promise<RefundOutcome | undefined> {
  const paid = await findPayment(reads, payment);
  if (!paid) return { kind: 'refused', why: 'no-such-payment' };
  if (paid.currency !== money.currency) return { kind: 'refused', why: 'other-currency' };
  if (refundedBefore !== undefined && paid.refunded !== refundedBefore)
    return { kind: 'refused', why: 'refunded-meanwhile' };
  const left = paid.amount - paid.refunded;
  if (left === 0) return { kind: 'refused', why: 'already-refunded' };
  return money.amount > left ? { kind: 'refused', why: 'exceeds-paid' } : undefined;
}
