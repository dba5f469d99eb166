import type { ProcessStart } from '#contracts/run.ts';
import { Snapshot } from '#contracts/snapshot.ts';
import { AppError } from '#contracts/errors.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { RunRow } from '#store/runs.ts';
import { findSnapshot } from '#store/snapshots.ts';
import { inputPlace } from './places.ts';
import { readRounds } from './rounds.ts';

const mostKnown = 100;

/** What a workflow is started with, rebuilt from the rows the accept wrote. Nothing once the subject is erased. */
export function createStartArgument(parts: { seals: Seals }) {
  const known = new Map<string, Snapshot>();

  /** Many runs share a snapshot, and its hash is its name: what was read once holds. */
  const snapshotOf = async (tx: Transaction, row: RunRow): Promise<Snapshot> => {
    const before = known.get(row.snapshotHash);
    if (before) return before;
    const stored = await findSnapshot(tx, row.snapshotHash);
    if (stored === undefined) throw new AppError('not-registered', `Run ${row.id} is pinned to a snapshot that is missing`);
    if (known.size >= mostKnown) known.clear();
    const snapshot = Snapshot.parse(stored);
    known.set(row.snapshotHash, snapshot);
    return snapshot;
  };

  return async (tx: Transaction, row: RunRow): Promise<ProcessStart<unknown> | undefined> => {
    const snapshot = await snapshotOf(tx, row);
    const input = await parts.seals.open(row.inputSealed, inputPlace(row.id));
    if (input.kind === 'tombstone') return undefined;
    return {
      run: { id: row.id, process: row.process, execution: row.execution, rounds: readRounds(row.rounds) },
      snapshot,
      input: input.value,
    };
  };
}
