import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { addDispatch } from '#store/dispatch.ts';
import { countLeavingOfRun } from '#store/outbox.ts';
import { listChildren, lockRun, markCancelRequested } from '#store/runs.ts';

export interface CancelOrder {
  runId: string;
  by: Person;
  reason: string;
}

export interface Cancelled {
  /** Messages already being handed over, which the cancel could no longer stop. */
  leaving: number;
}

/** Ends a run's right to act at once, and tells Temporal through the dispatch table. */
export function createCancelRun(parts: { database: Database; ledger: Ledger }) {
  return (order: CancelOrder): Promise<Cancelled> =>
    parts.database.transaction(async (tx) => {
      const row = await lockRun(tx, { id: order.runId, mode: 'update' });
      if (!row) throw new AppError('not-found', `There is no run ${order.runId}`);
      if (row.status === 'closed') throw new AppError('run-closed', 'The run is over; there is nothing left to cancel');
      if (row.undoOutcome !== null)
        throw new AppError(
          'run-closed',
          'The run has given up already: it takes back what it did, and is over with that',
        );
      const leaving = await stopFamily(tx, order.runId);
      if (row.cancelRequestedAt) return { leaving };
      await parts.ledger.append(tx, {
        kind: 'cancel-requested',
        runId: order.runId,
        actor: order.by.id,
        body: { leaving },
        sealed: order.reason,
      });
      await addDispatch(tx, { runId: order.runId, kind: 'cancel', payload: {} });
      return { leaving };
    });
}

/** Temporal carries a cancel to the children; on paper they lose their right to act in the same instant, unless they give up already. */
async function stopFamily(tx: Transaction, runId: string): Promise<number> {
  await markCancelRequested(tx, runId);
  let leaving = await countLeavingOfRun(tx, runId);
  for (const child of await listChildren(tx, runId)) {
    const row = await lockRun(tx, { id: child.id, mode: 'update' });
    if (row && row.status !== 'closed' && row.undoOutcome === null) leaving += await stopFamily(tx, child.id);
  }
  return leaving;
}
