import { findLastEntry, type LedgerChange, listChanges } from '#store/ledger-changes.ts';
import type { Reads } from '../database.ts';

/** Changes at one look; the next look goes on behind them. */
const mostAtOnce = 1_000;
/** Longer than a transaction may take: an id that is missing by then was given up. */
const missingForMs = 30_000;
/** Ids that are skipped in one go and looked for again: a database that was restored skips more. */
const mostMissing = 1_000n;
/** Ids before the newest that a transaction may still commit when the feed begins. */
const underWay = 200n;

export interface ChangeFeed {
  /** Begins behind what is committed now. */
  begin(): Promise<void>;
  /** What was committed since the last look. */
  look(): Promise<readonly LedgerChange[]>;
  /** What was committed since a place that this feed, or that of another process, gave; nothing where it is too long ago. */
  since(place: bigint): Promise<readonly LedgerChange[] | undefined>;
  /** Every entry up to here was seen. */
  place(): bigint;
}

/**
 * Follows the ledger, to which every change is written: it costs the runs nothing, needs no connection of its own, and
 * whatever breaks, the next look goes on where the last one ended. Ids are given before they are committed; those that
 * are skipped are looked for again until their transaction must be over.
 */
export function createChangeFeed({ reads, now = Date.now }: { reads: Reads; now?: () => number }): ChangeFeed {
  let last = 0n;
  const missing = new Map<bigint, number>();

  function note({ entry }: LedgerChange): void {
    const first = last + 1n > entry - mostMissing ? last + 1n : entry - mostMissing;
    for (let skipped = first; skipped < entry; skipped += 1n) missing.set(skipped, now());
    missing.delete(entry);
    if (entry > last) last = entry;
  }

  async function look(): Promise<readonly LedgerChange[]> {
    for (const [entry, since] of missing) if (now() - since > missingForMs) missing.delete(entry);
    const changes = await listChanges(reads, { after: last, among: [...missing.keys()], limit: mostAtOnce });
    for (const change of changes) note(change);
    return changes;
  }

  const place = (): bigint => {
    const [first = last + 1n] = [...missing.keys()].toSorted((one, other) => (one < other ? -1 : 1));
    return first - 1n;
  };

  return {
    begin: async () => {
      missing.clear();
      const newest = await findLastEntry(reads);
      last = newest > underWay ? newest - underWay : 0n;
      await look();
    },
    look,
    since: async (from) => {
      if (from > place()) return undefined;
      const changes = await listChanges(reads, { after: from, among: [], limit: mostAtOnce });
      return changes.length < mostAtOnce ? changes : undefined;
    },
    place,
  };
}
