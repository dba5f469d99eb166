import type { Money } from '#contracts/money.ts';
import type { RefundOutcome } from '#contracts/refund.ts';
import type { Settled } from '#governance/guard/index.ts';

/** How a refund counts, and what is written down of it. */
export function settleRefund(outcome: RefundOutcome, asked: Money & { connector: string }): Settled<RefundOutcome> {
  if (outcome.kind !== 'refused')
    return { verdict: 'done', result: outcome.kind, record: { ...asked, refundId: outcome.refundId }, outcome };
  // Something was done under the key, and nobody here knows what.
  const verdict = outcome.why === 'key-reused' ? 'unknown' : 'failed';
  return { verdict, result: outcome.why, record: { ...asked }, outcome };
}
