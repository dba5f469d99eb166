import type { LedgerStatement } from '#contracts/ledger.ts';
import type { Happened } from '#contracts/undo.ts';

/**
 * What the ledger says of a step; nothing where it certainly was not done. A refusal tells of one time that it was tried:
 * what was done before stays done.
 */
export function happenedIn(entries: readonly LedgerStatement[], key: string): Exclude<Happened, 'left'> | undefined {
  return entries.reduce<Exclude<Happened, 'left'> | undefined>(
    (known, entry) => ('step' in entry.body && entry.body.step === key ? after(entry, known) : known),
    undefined,
  );
}

function after<Known>({ kind }: LedgerStatement, known: Known): 'done' | 'perhaps' | undefined | Known {
  switch (kind) {
    case 'effect-done':
    case 'effect-reused':
    case 'owner-chosen':
      return 'done';
    // It was about to happen, and nobody told yet what came of it.
    case 'effect-intended':
    case 'effect-unknown':
      return 'perhaps';
    case 'effect-failed':
      return undefined;
    default:
      return known;
  }
}
