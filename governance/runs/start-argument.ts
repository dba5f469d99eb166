import type { ProcessStart } from '#contracts/run.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { RunRow } from '#store/runs.ts';
import { createPinnedSnapshots } from './pinned-snapshots.ts';
import { inputPlace } from './places.ts';
import { readRounds } from './rounds.ts';

type StartedRow = Pick<RunRow, 'id' | 'process' | 'execution' | 'rounds' | 'snapshotHash' | 'inputSealed'>;

/** What a workflow is started with, rebuilt from the rows the accept wrote. Nothing once the subject is erased. */
export function createStartArgument(parts: { seals: Seals }) {
  const snapshotOf = createPinnedSnapshots();
  return async (tx: Transaction, row: StartedRow): Promise<ProcessStart<unknown> | undefined> => {
    const snapshot = await snapshotOf(tx, row.snapshotHash);
    const input = await parts.seals.open(row.inputSealed, inputPlace(row.id));
    if (input.kind === 'tombstone') return undefined;
    return {
      run: { id: row.id, process: row.process, execution: row.execution, rounds: readRounds(row.rounds) },
      snapshot,
      input: input.value,
    };
  };
}
