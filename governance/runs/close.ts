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

interface Author {
  runId: string;
  actor: CloseOrder['by'];
}

/** Should its sender still be at work, it writes over this what came of the message. */
const unconfirmedBecause = 'the run ended while the message was leaving';

/** Ends a run on paper: no open task, no unsent message and no doubt is left unsaid. False when it was over already. */
export function createCloseWithin({ ledger, connector }: { ledger: Ledger; connector: string }) {
  return async (tx: Transaction, order: CloseOrder): Promise<boolean> => {
    const { runId, by, temporalRunId } = order;
    const row = await lockRun(tx, { id: runId, mode: 'update' });
    if (!row || (order.execution !== undefined && row.execution !== order.execution)) return false;
    const outcome = row.cancelRequestedAt && order.outcome === 'failed' ? 'cancelled' : order.outcome;
    const close = { id: runId, outcome, ...(temporalRunId === undefined ? {} : { temporalRunId }) };
    if (!(await closeRunRow(tx, close))) return false;
    const author = { runId, actor: by };
    await withdrawTasks(tx, author);
    await settleMessages(tx, author);
    await ledger.append(tx, { kind: 'run-closed', ...author, body: { outcome, by } });
    return true;
  };

  async function withdrawTasks(tx: Transaction, author: Author): Promise<void> {
    for (const { id } of await listOpenApprovalsOfRun(tx, author.runId)) {
      if (!(await closeApproval(tx, id, 'withdrawn'))) continue;
      await ledger.append(tx, { kind: 'approval-closed', ...author, body: { approval: id, state: 'withdrawn' } });
    }
  }

  async function settleMessages(tx: Transaction, author: Author): Promise<void> {
    for (const message of await withdrawQueuedOfRun(tx, author.runId)) {
      await ledger.append(tx, { kind: 'message-withdrawn', ...author, body: { message } });
    }
    const leaving = await leaveUnconfirmedOfRun(tx, { runId: author.runId, why: unconfirmedBecause });
    for (const { stepKey: step, digest } of leaving) {
      const body = { step, effect: 'sendOut', asset: connector, digest, why: unconfirmedBecause };
      await ledger.append(tx, { kind: 'effect-unknown', ...author, body });
    }
  }
}
