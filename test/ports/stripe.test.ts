import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { amountAtStripe } from '#connectors/stripe/amount.ts';
import { createStripeRefunds } from '#connectors/stripe/index.ts';
import type { RefundOrder } from '#contracts/ports/refunds.ts';
import type { Manner } from '#test/world/manners.ts';
import { type ConnectedStripe, openConnectedStripe } from '#test/world/stripe/open-connected.ts';
import type { RefundStatus } from '#test/world/stripe/payments.ts';

let connected: ConnectedStripe;
beforeAll(async () => {
  connected = await openConnectedStripe();
});
afterAll(() => connected.close());

const waiting = { timeoutMs: 300 };
let taken = 0;
let order: RefundOrder;

beforeEach(() => {
  taken += 1;
  const payment = `pi_${taken}`;
  connected.stripe.payments.take({ id: payment, amount: 10_000, currency: 'eur' });
  order = { key: `run_1/refundPayment/${taken}`, payment, money: { amount: 2_500, currency: 'EUR' } };
});

const refunds = () => connected.refunds;
const wentBack = () => connected.stripe.payments.refundsOf(order.payment);

describe('what Stripe leaves open', () => {
  const open: [string, Manner, string][] = [
    ['a server error after it was done', { kind: 'error-after-write' }, 'HTTP 500 api_error'],
    ['a connection that breaks after it was done', { kind: 'hang-up-after-write' }, 'the connection broke'],
    ['an answer that comes too late', { kind: 'slow', ms: 5_000 }, 'no answer in time'],
    ['an error that is called a success', { kind: 'error-in-200' }, 'HTTP 200 api_error'],
  ];
  test.each(open)('%s is unknown, found by our key, and paid back once', async (_what, manner, reason) => {
    connected.stripe.manners.next(manner);
    const unknown = await refunds().refund(order, waiting);
    expect(unknown).toMatchObject({ kind: 'unknown', reason: expect.stringContaining(reason) });
    const found = await refunds().findRefund(order, waiting);
    expect(found).toMatchObject({ kind: 'answered', outcome: { kind: 'refunded' } });
    expect(wentBack()).toEqual([2_500]);
  });

  test('a server error before anything was done is unknown too, found nowhere, and told again for the same key', async () => {
    connected.stripe.manners.next({ kind: 'error-before-write' });
    expect(await refunds().refund(order, waiting)).toMatchObject({ kind: 'unknown' });
    expect(await refunds().findRefund(order, waiting)).toEqual({ kind: 'answered', outcome: undefined });
    expect(await refunds().refund(order, waiting)).toMatchObject({ kind: 'unknown', reason: 'HTTP 500 api_error' });
    expect(wentBack()).toEqual([]);
  });
});

describe('what Stripe certainly did not do', () => {
  test('is what it had no time for; when to come again is passed on', async () => {
    connected.stripe.manners.next({ kind: 'rate-limited', retryAfter: 2 });
    const answer = await refunds().refund(order, waiting);
    expect(answer).toMatchObject({ kind: 'not-now', reason: 'HTTP 429 rate_limit', retryAfterMs: 2_000 });
    expect(wentBack()).toEqual([]);
    expect(await refunds().refund(order, waiting)).toMatchObject({ outcome: { kind: 'refunded' } });
  });

  test('is what it was not asked for, since the question before it was not answered', async () => {
    connected.stripe.manners.next({ kind: 'slow', ms: 5_000 }, { method: 'GET' });
    expect(await refunds().refund(order, waiting)).toMatchObject({ kind: 'not-now', reason: 'no answer in time' });
    expect(connected.stripe.asked.at(-1)).toBe(`GET /v1/payment_intents/${order.payment}`);
  });

  test('is what a wrong key asks for', async () => {
    const { stripe } = connected;
    const account = { baseUrl: `http://127.0.0.1:${stripe.port}/v1`, apiKey: 'sk_test_other' };
    const answer = await createStripeRefunds(account, fetch).refund(order, waiting);
    expect(answer).toMatchObject({ outcome: { kind: 'refused', why: 'not-authorised' } });
  });

  test('is what it is not reached for', async () => {
    const account = { baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'sk_test_fake' };
    const answer = await createStripeRefunds(account, fetch).refund(order, waiting);
    expect(answer).toMatchObject({ kind: 'not-now' });
  });

  test('is what a dispute stands against', async () => {
    connected.stripe.payments.take({ id: order.payment, amount: 10_000, currency: 'eur', disputed: true });
    expect(await refunds().refund(order, waiting)).toMatchObject({
      outcome: { kind: 'refused', why: 'not-refundable' },
      words: 'This charge is disputed.',
    });
  });
});

test.each<[RefundStatus, object]>([
  ['succeeded', { kind: 'refunded' }],
  ['pending', { kind: 'pending' }],
  ['requires_action', { kind: 'pending' }],
  ['failed', { kind: 'refused', why: 'failed' }],
  ['canceled', { kind: 'refused', why: 'failed' }],
])('a refund that is %s at Stripe', async (refundsAre, outcome) => {
  connected.stripe.payments.take({ id: order.payment, amount: 10_000, currency: 'eur', refundsAre });
  expect(await refunds().refund(order, waiting)).toMatchObject({ kind: 'answered', outcome });
});

test.each([
  [500, 'JPY', 500],
  [500, 'EUR', 500],
  [500, 'ISK', 50_000],
  [500, 'UGX', 50_000],
  [5_120, 'BHD', 5_120],
  [5_124, 'BHD', undefined],
])('%i of %s is counted at Stripe as %s', (amount, currency, counted) => {
  expect(amountAtStripe({ amount, currency })).toBe(counted);
});
