import type { RunReference } from '#contracts/step-call.ts';
import type { Transaction } from '#platform/database/client.ts';
import { lockRun } from '#store/runs.ts';

export type Standing = { kind: 'stands' } | { kind: 'cancelled'; why: string } | { kind: 'fallen'; why: string };

/**
 * Whether a run may still act, read under a shared lock on its row: a cancel or close waits for the effect
 * that is being recorded, and an effect that comes after it finds the run fallen.
 */
export async function checkStanding(tx: Transaction, run: RunReference): Promise<Standing> {
  const row = await lockRun(tx, { id: run.id, mode: 'share' });
  if (!row) return { kind: 'fallen', why: 'the run is not known here' };
  if (row.status === 'closed') return { kind: 'fallen', why: 'the run is closed' };
  if (row.execution !== run.execution) return { kind: 'fallen', why: 'the run was given to a later execution' };
  if ((row.undoOutcome !== null) !== (run.undoing === true))
    return { kind: 'fallen', why: run.undoing ? 'the run is not being undone' : 'the run takes back what it did' };
  if (row.cancelRequestedAt) return { kind: 'cancelled', why: 'the run was cancelled' };
  return { kind: 'stands' };
}
