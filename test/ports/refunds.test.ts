import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPostgresRefunds } from '#connectors/postgres-refunds/index.ts';
import type { OutsideRefunds, RefundOrder } from '#contracts/ports/refunds.ts';
import type { RefundOutcome } from '#contracts/refund.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { writeTogether } from '#store/write-together.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import { openConnectedStripe } from '#test/world/stripe/open-connected.ts';
import { describeRefunds, type RefundsUnderTest } from './refunds-contract.ts';

const waiting = { timeoutMs: 2_000 };

describeRefunds('our own database', async () => {
  const postgres = await createTestDatabase();
  const database = openDatabase(postgres.url, { connections: 10 });
  return { ...ownUnderTest(postgres, database), close: () => closeBoth(postgres, database) };
});

describeRefunds('Stripe', async () => {
  const { stripe, refunds, close } = await openConnectedStripe();
  return {
    refund: (order) => refundOutside(refunds, order),
    find: async (order) => {
      const found = await refunds.findRefund(order, waiting);
      return found.kind === 'answered' ? found.outcome : undefined;
    },
    pay: async (name, { amount, currency }) => {
      stripe.payments.take({ id: `pi_${name}`, amount, currency: currency.toLowerCase() });
      return `pi_${name}`;
    },
    removePayment: async (reference) => stripe.payments.remove(reference),
    refundsOf: async (reference) => stripe.payments.refundsOf(reference),
    refundByHand: async (reference, times) => {
      for (let time = 0; time < times; time += 1) stripe.payments.refundByHand(reference, 1);
    },
    close,
  };
});

test('a payment that is deleted between the look at it and the writing is paid back by nobody', async () => {
  const postgres = await createTestDatabase();
  const database = openDatabase(postgres.url, { connections: 2 });
  const { pay, removePayment } = ownUnderTest(postgres, database);
  const payment = await pay('raced', { amount: 1_000, currency: 'EUR' });
  const order = { key: 'raced/1', payment, money: { amount: 100, currency: 'EUR' } };
  const { outcome, writes } = await createPostgresRefunds().planRefund(database.direct, order);
  expect(outcome.kind).toBe('refunded');
  await removePayment(payment);
  await expect(writeTogether(database.direct, { writes })).rejects.toThrow(/refund_payment_reference_fkey/);
  await closeBoth(postgres, database);
});

/** What cannot be written together, since another was quicker, is planned anew. */
function ownUnderTest(postgres: TestDatabase, database: Database): Omit<RefundsUnderTest, 'close'> {
  const refunds = createPostgresRefunds();
  const { direct } = database;
  return {
    refund: async (order) => {
      for (;;) {
        const { outcome, writes } = await refunds.planRefund(direct, order);
        const written = await writeTogether(direct, { writes }).catch(() => false);
        if (written) return outcome;
      }
    },
    find: async (order) => {
      const { outcome, writes } = await refunds.planRefund(direct, order);
      return writes.length === 0 ? outcome : undefined;
    },
    pay: async (name, { amount, currency }) => {
      const at = new Date();
      const invoice = { number: `AFI-${name}`, customerEmail: 'a@b.example', lines: [], total: amount, currency };
      await direct.customerInvoice.create({ data: { ...invoice, issuedAt: at, dueAt: at } });
      const payment = { reference: `PAY-${name}`, invoiceNumber: invoice.number, amount, currency };
      await direct.payment.create({ data: { ...payment, method: 'card', paidAt: at } });
      return payment.reference;
    },
    removePayment: async (reference) => {
      await direct.payment.delete({ where: { reference } });
    },
    refundsOf: async (paymentReference) => {
      const made = await direct.refund.findMany({ where: { paymentReference } });
      return made.map(({ amount }) => amount);
    },
    refundByHand: async (reference, times) => {
      await postgres.query(
        `insert into refund (id, key, payment_reference, amount)
          select 'hand-' || n, 'hand/' || n, $1, 1 from generate_series(1, $2::int) n`,
        [reference, times],
      );
      await postgres.query('update payment set refunded = refunded + $2 where reference = $1', [reference, times]);
    },
  };
}

/** As a step does it: what is not known is looked up before it is asked for again. */
async function refundOutside(refunds: OutsideRefunds, order: RefundOrder): Promise<RefundOutcome> {
  const answer = await refunds.refund(order, waiting);
  if (answer.kind === 'answered') return answer.outcome;
  if (answer.kind === 'not-now') await pause(answer.retryAfterMs ?? 10);
  const found = await refunds.findRefund(order, waiting);
  return found.kind === 'answered' && found.outcome ? found.outcome : refundOutside(refunds, order);
}

async function closeBoth(postgres: TestDatabase, database: Database): Promise<void> {
  await database.close();
  await postgres.drop();
}
