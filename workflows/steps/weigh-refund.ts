import { ApplicationFailure, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { HasToWait } from '#contracts/guard.ts';
import type { Money } from '#contracts/money.ts';
import type { RefundWeighed } from '#contracts/refund-verdict.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

export interface RefundWish {
  customer: string;
  order: string;
  asked?: Money;
  /** Which weighing of the run it is, where it is not the only one. */
  item?: string;
}

/** Holds a wish for money back against the rules that the run has pinned. */
export function weighRefund(
  run: ProcessRun,
  { item, ...wish }: RefundWish,
): Promise<Exclude<RefundWeighed, HasToWait>> {
  const { refunds: rules, process } = run.snapshot;
  if (!rules)
    throw ApplicationFailure.nonRetryable(`The registry has no rules for refunds in ${process}`, 'registry-invalid');
  const activities = proxyLocalActivities<Activities>(
    recordOptions(run.snapshot, 'Hold the wish for money back against the rules'),
  );
  const input = { ...wish, rules, step: run.step('weighRefund', item) };
  return throughPauses(run, () => activities.weighRefund(input));
}
