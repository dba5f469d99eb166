import { AppError } from '#contracts/errors.ts';
import { Snapshot } from '#contracts/snapshot.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findSnapshot } from '#store/snapshots.ts';

const mostKnown = 100;

export type PinnedSnapshots = (tx: Transaction, hash: string) => Promise<Snapshot>;

/**
 * Reads what runs are pinned to. Many share a snapshot, and its hash is its name: what was read once holds, and what does
 * not have that hash is nobody's to go by, since it says who decides.
 */
export function createPinnedSnapshots(): PinnedSnapshots {
  const known = new Map<string, Snapshot>();
  return async (tx, hash) => {
    const before = known.get(hash);
    if (before) return before;
    const stored = await findSnapshot(tx, hash);
    if (stored === undefined)
      throw new AppError('not-registered', `The snapshot ${hash} that a run is pinned to is missing`);
    if (known.size >= mostKnown) known.clear();
    if (!isNamedBy(hash, stored)) throw changed(hash);
    const snapshot = Snapshot.parse(stored);
    known.set(hash, snapshot);
    return snapshot;
  };
}

/** The hash covers all other fields, as they were stored. */
function isNamedBy(hash: string, stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return false;
  const { hash: named, ...pinned } = stored as Record<string, unknown>;
  return named === hash && digestOf(pinned) === hash;
}

function changed(hash: string): AppError {
  return new AppError(
    'seal-broken',
    `The snapshot ${hash} was changed since a run was pinned to it, and nothing is done by it: restore its row from the backup`,
  );
}
