import { AppError } from '#contracts/errors.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { type StepAddress, stepKey } from '#contracts/step.ts';
import type { RunReference } from '#contracts/step-call.ts';
import type { Happened } from '#contracts/undo.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { SettleOpen } from '#governance/runs/settle-open.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listLedgerOfRun } from '#store/ledger.ts';
import { lockRun } from '#store/runs.ts';
import { beginUndoing, listUndoneSteps } from '#store/undo.ts';
import { toTakeBack } from './happened.ts';

export interface UndoOrder {
  run: RunReference;
  outcome: RunOutcome;
  /** Steps that may be taken back, in the order in which they were begun. */
  steps: readonly StepAddress[];
}

export interface BegunUndo {
  /** What the run comes to. */
  outcome: RunOutcome;
  /** What there is to take back, by the keys of the steps. */
  happened: Readonly<Record<string, Happened>>;
}

/**
 * From here on the run does nothing more but take back what it did: whoever was about to act for it finds that. What is open
 * is withdrawn, and what the ledger knows of the steps is all that there will be.
 */
export function createBeginUndoWithin({ ledger, settleOpen }: { ledger: Ledger; settleOpen: SettleOpen }) {
  return async (tx: Transaction, { run, steps, ...asked }: UndoOrder): Promise<BegunUndo> => {
    const row = await lockRun(tx, { id: run.id, mode: 'update' });
    if (!row || row.status === 'closed' || row.execution !== run.execution)
      throw new AppError(
        'run-cancelled',
        'Nothing is taken back any more: the run is closed, or has another execution',
      );
    const author = { runId: run.id, actor: `process:${run.process}` };
    const outcome = row.cancelRequestedAt && asked.outcome === 'failed' ? 'cancelled' : asked.outcome;
    if (row.undoOutcome === null) {
      await settleOpen(tx, author);
      await beginUndoing(tx, { id: run.id, outcome });
    }
    const happened = await readHappened(tx, { run, steps });
    const keys = Object.keys(happened);
    if (row.undoOutcome === null && keys.length > 0)
      await ledger.append(tx, { kind: 'undo-begun', ...author, body: { outcome, steps: keys } });
    return { outcome: (row.undoOutcome as RunOutcome | null) ?? outcome, happened };
  };
}

async function readHappened(
  tx: Transaction,
  { run, steps }: Pick<UndoOrder, 'run' | 'steps'>,
): Promise<Record<string, Happened>> {
  const rows = await listLedgerOfRun(tx, run.id);
  const entries = rows.map(({ kind, body }) => ({ kind, body: JSON.parse(body) }) as LedgerStatement);
  return toTakeBack(steps.map(stepKey), { entries, verdicts: await listUndoneSteps(tx, run.id) });
}
