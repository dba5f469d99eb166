import { AppError } from '#contracts/errors.ts';
import { Snapshot } from '#contracts/snapshot.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findSnapshot } from '#store/snapshots.ts';

const mostKnown = 100;

export type PinnedSnapshots = (tx: Transaction, hash: string) => Promise<Snapshot>;

/** Reads what runs are pinned to. Many share a snapshot, and its hash is its name: what was read once holds. */
export function createPinnedSnapshots(): PinnedSnapshots {
  const known = new Map<string, Snapshot>();
  return async (tx, hash) => {
    const before = known.get(hash);
    if (before) return before;
    const stored = await findSnapshot(tx, hash);
    if (stored === undefined)
      throw new AppError('not-registered', `The snapshot ${hash} that a run is pinned to is missing`);
    if (known.size >= mostKnown) known.clear();
    const snapshot = Snapshot.parse(stored);
    known.set(hash, snapshot);
    return snapshot;
  };
}
