import type { RunLook } from '#contracts/http/run.ts';
import { type ReadRow, readEntry } from './statement.ts';

/** Who was shown what a run is about, oldest first. They are no part of its story. */
export function looksIn(ledger: readonly ReadRow[]): RunLook[] {
  return ledger.flatMap((read) => {
    const entry = readEntry(read);
    return entry?.statement.kind === 'data-shown' ? [{ by: entry.actor, ...entry.statement.body }] : [];
  });
}
