import type { RunOutcome } from '#contracts/run.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { closeApproval, listOpenApprovalsOfRun } from '#store/approvals.ts';
import { leaveUnconfirmedOfRun, withdrawQueuedOfRun } from '#store/outbox.ts';
import { closeRunRow, lockRun } from '#store/runs.ts';

export interface CloseOrder {
  runId: string;
  /** Set where only this execution may close the run. */
  execution?: number;
  /** Temporal's id of the execution that ended. */
  temporalRunId?: string;
  outcome: RunOutcome;
  by: 'process' | 'reconciler';
}

/** Should its sender still be at work, it writes over this what came of the message. */
const unconfirmedBecause = 'the run ended while the message was leaving';

/** Ends a run on paper: no open task, no unsent message and no doubt is left unsaid. False when it was over already. */
export function createCloseWithin(parts: { ledger: Ledger; connector: string }) {
  return async (tx: Transaction, order: CloseOrder): Promise<boolean> => {
    const { runId, by, temporalRunId } = order;
    const row = await lockRun(tx, { id: runId, mode: 'update' });
    if (!row || (order.execution !== undefined && row.execution !== order.execution)) return false;
    const outcome = row.cancelRequestedAt && order.outcome === 'failed' ? 'cancelled' : order.outcome;
    if (!(await closeRunRow(tx, { id: runId, outcome, ...(temporalRunId === undefined ? {} : { temporalRunId }) }))) return false;
    const actor = by === 'process' ? 'process' : 'reconciler';
    for (const approval of await listOpenApprovalsOfRun(tx, runId)) {
      if (!(await closeApproval(tx, approval.id, 'withdrawn'))) continue;
      await parts.ledger.append(tx, { kind: 'approval-closed', runId, actor, body: { approval: approval.id, state: 'withdrawn' } });
    }
    for (const message of await withdrawQueuedOfRun(tx, runId)) {
      await parts.ledger.append(tx, { kind: 'message-withdrawn', runId, actor, body: { message } });
    }
    for (const { stepKey: step, digest } of await leaveUnconfirmedOfRun(tx, { runId, why: unconfirmedBecause })) {
      const body = { step, effect: 'sendOut', asset: parts.connector, digest, why: unconfirmedBecause };
      await parts.ledger.append(tx, { kind: 'effect-unknown', runId, actor, body });
    }
    await parts.ledger.append(tx, { kind: 'run-closed', runId, actor, body: { outcome, by } });
    return true;
  };
}
