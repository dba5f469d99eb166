import { AppError } from '#contracts/errors.ts';
import type { CancelAnswer } from '#contracts/http/run.ts';
import type { Cancelled, CancelOrder } from '#governance/runs/cancel.ts';
import { findRun } from '#store/runs.ts';
import type { AdmitOperator } from './admit-operator.ts';
import type { Reads } from './database.ts';
import { referenceOf } from './describe-run.ts';

export interface CancelRunParts {
  reads: Reads;
  admitOperator: AdmitOperator;
  cancel(order: CancelOrder): Promise<Cancelled>;
}

/** Ends a run's right to act, and says what could no longer be stopped. */
export function createCancelRunForOperator(parts: CancelRunParts) {
  return async (order: CancelOrder): Promise<CancelAnswer> => {
    await parts.admitOperator(order.by, { runId: order.runId, verb: 'cancel' });
    const { leaving } = await parts.cancel(order);
    const row = await findRun(parts.reads, order.runId);
    if (!row) throw new AppError('not-found', `There is no run ${order.runId}`);
    return { run: referenceOf(row), leaving, text: textOf(leaving) };
  };
}

function textOf(leaving: number): string {
  if (leaving === 0) return 'The run does nothing more; no message was on its way.';
  const messages = leaving === 1 ? 'One message was' : `${leaving} messages were`;
  return `The run does nothing more. ${messages} already being handed to the mail server and may arrive.`;
}
