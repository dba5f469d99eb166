import type { RunOutcome } from '#contracts/run.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { closeRun, nothingIsOpen } from '#store/closing.ts';
import { lockRun } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { createSettleOpen } from './settle-open.ts';
import { createAppendLateSignals, namedByStrangers, unheardSignals } from './unheard-signals.ts';

export interface CloseOrder {
  runId: string;
  /** Set where only this execution may close the run. */
  execution?: number;
  /** Temporal's id of the execution that ended. */
  temporalRunId?: string;
  outcome: RunOutcome;
  by: 'process' | 'reconciler';
  /** What signals named that nobody in the run waited for. */
  unheard?: readonly string[];
}

/** Ends a run on paper: no open task or question, no unsent message, no unheard answer and no doubt is left unsaid. False when it was over already. */
export function createCloseWithin({ ledger, connector }: { ledger: Ledger; connector: string }) {
  const appendLateSignals = createAppendLateSignals({ ledger });
  const settleOpen = createSettleOpen({ ledger, connector });

  return async (tx: Transaction, order: CloseOrder): Promise<boolean> => {
    const { runId, by, temporalRunId } = order;
    // In a statement of its own: what others committed while this one waited is seen by the next.
    const row = await lockRun(tx, { id: runId, mode: 'update' });
    if (!row || (order.execution !== undefined && row.execution !== order.execution)) return false;
    const author = { runId, actor: by };
    const unheard = await namedByStrangers(tx, { runId, names: order.unheard });
    if (row.status === 'closed') {
      await appendLateSignals(tx, author, unheard);
      return false;
    }
    const outcome = row.cancelRequestedAt && order.outcome === 'failed' ? 'cancelled' : order.outcome;
    const claim = closeRun({ id: runId, outcome, temporalRunId });
    const close = async (condition?: ReturnType<typeof nothingIsOpen>): Promise<boolean> => {
      const ignored = unheardSignals(author, unheard);
      const entries = await ledger.entries(...ignored, { kind: 'run-closed', ...author, body: { outcome, by } });
      return writeTogether(tx, { ...(condition && { condition }), claim, writes: [entries] });
    };
    if (await close(nothingIsOpen(runId))) return true;
    await settleOpen(tx, author);
    return close();
  };
}
