import type { RunAnswer } from '#contracts/http/run.ts';
import type { RetryOrder } from '#governance/runs/retry.ts';
import type { AdmitOperator } from './admit-operator.ts';
import { referenceOf } from './describe-run.ts';

export interface RetryRunParts {
  admitOperator: AdmitOperator;
  retry(order: RetryOrder): Promise<{ id: string; process: string; status: string }>;
}

/** Gives a run that is over another execution. */
export function createRetryRunForOperator(parts: RetryRunParts) {
  return async (order: RetryOrder): Promise<RunAnswer> => {
    await parts.admitOperator(order.by, { runId: order.runId, verb: 'retry' });
    return { run: referenceOf(await parts.retry(order)) };
  };
}
