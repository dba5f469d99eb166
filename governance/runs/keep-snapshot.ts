import type { Snapshot } from '#contracts/snapshot.ts';
import type { Transaction } from '#platform/database/client.ts';
import { ensureSnapshot, type PinnedText } from '#store/snapshots.ts';

const mostKnown = 100;

/** Keeps what a run is pinned to. A snapshot never goes away: one that was found once needs no look again. */
export function createKeepSnapshot() {
  const kept = new Set<string>();
  return async (tx: Transaction, pinned: { snapshot: Snapshot; texts: readonly PinnedText[] }): Promise<void> => {
    const { snapshot, texts } = pinned;
    const { hash, process } = snapshot;
    if (kept.has(hash)) return;
    // One that this transaction writes may go with it: the next accept looks again.
    if (!(await ensureSnapshot(tx, { hash, process, content: snapshot, texts }))) return;
    if (kept.size >= mostKnown) kept.clear();
    kept.add(hash);
  };
}
