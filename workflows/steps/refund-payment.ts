import type { HasToWait } from '#contracts/guard.ts';
import type { Money } from '#contracts/money.ts';
import type { RefundResult } from '#contracts/refund.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { ProcessRun } from './process-run.ts';
import { throughPauses } from './through-pauses.ts';
import { toolActivities } from './tool-activities.ts';

export interface PaymentToRefund {
  /** Which refund of the run it is, where it is not the only one. */
  item?: string;
  /** Where it was given before: the same for one refund, however often people are asked. */
  step?: StepCall;
  /** What the payment provider calls the payment. */
  payment: string;
  /** The whole of it, or a part. */
  money: Money;
  /** What was paid back of it when it was decided, in minor units. */
  refundedBefore?: number;
  /** Where whoever paid lives, where their record says so. */
  country?: string;
  /** The task at which people agreed to exactly this money; absent where nobody was asked. */
  approvalId?: string;
  /** Tasks before it at which others agreed to it. */
  besides?: readonly string[];
}

/** Pays back once, by whichever provider the registry names. */
export function refundPayment(
  run: ProcessRun,
  { item, step = run.step('refundPayment', item), ...refund }: PaymentToRefund,
): Promise<Exclude<RefundResult, HasToWait>> {
  const { durations, limits } = run.snapshot;
  const { connector, activities } = toolActivities(run, 'refund-payment', 'Pay back');
  const what = `What was paid back of ${refund.payment}`;
  run.undo.declare({
    step,
    what,
    takeBack: (_, happened) => ({ kind: 'left', why: happened === 'done' ? 'cannot' : 'perhaps' }),
  });
  const input = {
    ...refund,
    connector,
    step,
    timeoutMs: durations.send,
    heartbeatMs: durations.heartbeat,
    attempts: limits.sendAttempts,
  };
  return throughPauses(run, () => activities.refundPayment(input));
}
