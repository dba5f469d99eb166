import type { RefundRefusal } from '#contracts/refund.ts';
import { waitOf } from '#platform/egress/index.ts';
import type { StripeProblem } from './objects.ts';

/** Why something asked of Stripe came to nothing. Only `unknown` leaves open whether it was done. */
export type Problem =
  | { kind: 'refused'; why: RefundRefusal; words: string }
  | { kind: 'not-now'; reason: string; words: string; retryAfterMs?: number }
  | { kind: 'unknown'; reason: string; words: string };

const byCode: Readonly<Record<string, RefundRefusal>> = {
  resource_missing: 'no-such-payment',
  charge_already_refunded: 'already-refunded',
  amount_too_large: 'exceeds-paid',
  amount_too_small: 'amount-impossible',
  charge_disputed: 'not-refundable',
  charge_not_refundable: 'not-refundable',
  payment_intent_unexpected_state: 'not-refundable',
};

/** Of an answer that is not what was asked for. */
export function problemOf(response: Response, problem: StripeProblem | undefined): Problem {
  const { status } = response;
  const words = (problem?.message ?? '').slice(0, 300);
  const reason = ['HTTP', status, problem?.code ?? problem?.type].filter(Boolean).join(' ');
  // The account is asked too much at once, or another request with the same key is at work: this one was not begun.
  if (status === 429 || status === 409 || problem?.code === 'idempotency_key_in_use')
    return { kind: 'not-now', reason, words, ...waitOf(response) };
  if (status >= 500 || status < 400 || !problem) return { kind: 'unknown', reason, words };
  return { kind: 'refused', why: refusalOf(status, problem), words };
}

function refusalOf(status: number, { type, code, param }: StripeProblem): RefundRefusal {
  if (status === 401 || status === 403) return 'not-authorised';
  if (type === 'idempotency_error') return 'key-reused';
  const named = byCode[code ?? ''];
  if (named) return named;
  // What is more than is left of a payment has a message and no code.
  return param === 'amount' ? 'exceeds-paid' : 'other';
}
