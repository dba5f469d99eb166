import type { JsonAnswer } from '../manners.ts';
import { problem } from './problem.ts';

export type RefundStatus = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';

interface StripeRequest {
  method: string;
  url: URL;
  form: URLSearchParams;
}

interface PaymentAtStripe {
  id: string;
  amount: number;
  currency: string;
  /** What becomes of its refunds. */
  refundsAre: RefundStatus;
  disputed: boolean;
}

interface RefundAtStripe {
  id: string;
  amount: number;
  payment: PaymentAtStripe;
  status: RefundStatus;
  metadata: Readonly<Record<string, string>>;
}

export interface PaymentsAtStripe {
  /** Somebody pays: the amount as Stripe counts it. */
  take(payment: Pick<PaymentAtStripe, 'id' | 'amount' | 'currency'> & Partial<PaymentAtStripe>): void;
  /** Somebody pays back by the dashboard. */
  refundByHand(payment: string, amount: number): void;
  remove(id: string): void;
  /** Amounts that went back, oldest first. */
  refundsOf(id: string): number[];
  answer(request: StripeRequest): JsonAnswer;
}

const perPageAtMost = 100;

export function createLedgerOfPayments(): PaymentsAtStripe {
  const payments = new Map<string, PaymentAtStripe>();
  const refunds: RefundAtStripe[] = [];

  const counted = (id: string) =>
    refunds.filter(({ payment, status }) => payment.id === id && status !== 'failed' && status !== 'canceled');
  const leftOf = ({ id, amount }: PaymentAtStripe) =>
    counted(id).reduce((left, refund) => left - refund.amount, amount);

  const refund = (payment: PaymentAtStripe, amount: number, metadata: Readonly<Record<string, string>>) => {
    const made = { id: `re_${refunds.length + 1}`, amount, payment, status: payment.refundsAre, metadata };
    refunds.push(made);
    return made;
  };

  function create(form: URLSearchParams): JsonAnswer {
    const unknown = [...form.keys()].find((name) => !/^(payment_intent|amount|reason|metadata\[\w+\])$/.test(name));
    if (unknown) return problem(400, { code: 'parameter_unknown', param: unknown, message: `unknown: ${unknown}` });
    const payment = payments.get(form.get('payment_intent') ?? '');
    if (!payment) return missing(form.get('payment_intent') ?? '');
    const left = leftOf(payment);
    const written = form.get('amount') ?? String(left);
    if (!/^[1-9]\d{0,9}$/.test(written))
      return problem(400, { code: 'parameter_invalid_integer', param: 'amount', message: 'Invalid positive integer' });
    if (payment.disputed) return problem(400, { code: 'charge_disputed', message: 'This charge is disputed.' });
    if (left === 0) return problem(400, { code: 'charge_already_refunded', message: 'It has already been refunded.' });
    // The documents name no code for this one.
    if (Number(written) > left)
      return problem(400, { param: 'amount', message: 'Refund amount is greater than unrefunded amount on charge' });
    return { status: 200, body: objectOf(refund(payment, Number(written), metadataIn(form))) };
  }

  function list(query: URLSearchParams): JsonAnswer {
    const limit = Number(query.get('limit') ?? 10);
    if (!(limit >= 1 && limit <= perPageAtMost)) return problem(400, { param: 'limit', message: 'from 1 to 100' });
    const newestFirst = refunds.filter(({ payment }) => payment.id === query.get('payment_intent')).toReversed();
    const after = query.get('starting_after');
    const rest = after === null ? newestFirst : newestFirst.slice(newestFirst.findIndex(({ id }) => id === after) + 1);
    const data = rest.slice(0, limit).map(objectOf);
    return { status: 200, body: { object: 'list', url: '/v1/refunds', data, has_more: rest.length > limit } };
  }

  return {
    take: (payment) => void payments.set(payment.id, { refundsAre: 'succeeded', disputed: false, ...payment }),
    refundByHand: (id, amount) => {
      const payment = payments.get(id);
      if (payment) refund(payment, amount, {});
    },
    remove: (id) => void payments.delete(id),
    refundsOf: (id) => counted(id).map(({ amount }) => amount),
    answer: ({ method, url, form }) => {
      if (method === 'POST' && url.pathname === '/v1/refunds') return create(form);
      if (method === 'GET' && url.pathname === '/v1/refunds') return list(url.searchParams);
      const [, id = ''] = /^\/v1\/payment_intents\/(\w+)$/.exec(url.pathname) ?? [];
      const payment = payments.get(id);
      if (method !== 'GET' || !payment) return missing(id);
      const { amount, currency } = payment;
      return { status: 200, body: { object: 'payment_intent', id, amount, amount_received: amount, currency } };
    },
  };
}

function missing(id: string): JsonAnswer {
  return problem(404, { code: 'resource_missing', param: 'intent', message: `No such payment_intent: '${id}'` });
}

function metadataIn(form: URLSearchParams): Record<string, string> {
  const named = [...form].flatMap(([name, value]) => {
    const [, key] = /^metadata\[(\w+)\]$/.exec(name) ?? [];
    return key === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(named);
}

function objectOf({ id, amount, payment, status, metadata }: RefundAtStripe) {
  const { id: payment_intent, currency } = payment;
  return {
    id,
    object: 'refund',
    amount,
    currency,
    payment_intent,
    status,
    metadata,
    reason: null,
    created: 1692942318,
  };
}
