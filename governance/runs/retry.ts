import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { addDispatch } from '#store/dispatch.ts';
import { findRun, lockRun, type RunRow } from '#store/runs.ts';
import { listStepNames } from '#store/step-names.ts';
import { reopen } from './reopen.ts';
import { nextRounds, readRounds } from './rounds.ts';

export interface RetryOrder {
  runId: string;
  by: Person;
  reason: string;
  /** The step to do again, with all that follows it. */
  from?: string;
}

/** Gives a run that is over a new execution, which reuses whatever is finished. */
export function createRetryRun(parts: { database: Database; ledger: Ledger }) {
  return (order: RetryOrder): Promise<RunRow> =>
    parts.database.transaction(async (tx) => {
      await lockRun(tx, { id: order.runId, mode: 'update' });
      const row = await findRun(tx, order.runId);
      if (!row) throw new AppError('not-found', `There is no run ${order.runId}`);
      if (row.status !== 'closed') throw new AppError('run-open', 'The run is not over: cancel it first, or wait');
      if (row.parentRunId) throw new AppError('run-open', `This run is part of ${row.parentRunId}: retry that one`);
      if (order.from !== undefined) await checkStep(tx, row.id, order.from);
      const rounds = nextRounds(readRounds(row.rounds), order.from);
      const reopened = await reopen(tx, { run: row, rounds });
      await parts.ledger.append(tx, {
        kind: 'retry-requested',
        runId: row.id,
        actor: order.by.id,
        body: { execution: reopened.execution, ...(order.from ? { from: order.from } : {}) },
        sealed: order.reason,
      });
      await addDispatch(tx, { runId: row.id, kind: 'retry', payload: { follows: reopened.followsRunId } });
      return reopened;
    });
}

async function checkStep(tx: Transaction, runId: string, from: string): Promise<void> {
  const names = await listStepNames(tx, runId);
  if (names.includes(from)) return;
  throw new AppError(
    'input-invalid',
    `The run has taken no step ${from}; it has taken: ${names.join(', ') || 'none'}`,
    {
      places: [{ pointer: '/from', detail: `must be one of: ${names.join(', ')}` }],
    },
  );
}
