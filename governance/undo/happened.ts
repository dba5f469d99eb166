import type { LedgerStatement } from '#contracts/ledger.ts';
import type { Happened } from '#contracts/undo.ts';

/** What became of the steps of a run as it gave up before, by their keys. */
export type Verdicts = ReadonlyMap<string, 'undone' | 'left' | 'seen-to'>;

interface Known {
  entries: readonly LedgerStatement[];
  verdicts: Verdicts;
}

/**
 * What there is to take back of these steps: what the ledger says was done, or perhaps was, without what was taken back
 * already, and what somebody has seen to.
 */
export function toTakeBack(keys: readonly string[], known: Known): Record<string, Happened> {
  const found = keys.map((key) => [key, ofStep(key, known)] as const);
  return Object.fromEntries(found.flatMap(([key, happened]) => (happened ? [[key, happened]] : [])));
}

function ofStep(key: string, known: Known): Happened | undefined {
  const verdict = known.verdicts.get(key);
  if (verdict === 'left') return verdict;
  if (verdict !== undefined || isSeenTo(key, known)) return undefined;
  return known.entries.reduce<DoneOrPerhaps>(
    (before, entry) => ('step' in entry.body && entry.body.step === key ? after(entry, before) : before),
    undefined,
  );
}

/** What was not done anew is the effect of the round before: somebody may have seen to that. */
function isSeenTo(key: string, known: Known): boolean {
  if (known.verdicts.get(key) === 'seen-to') return true;
  const reused = known.entries.find(({ kind, body }) => kind === 'effect-reused' && body.step === key);
  return reused?.kind === 'effect-reused' && isSeenTo(reused.body.from, known);
}

type DoneOrPerhaps = Exclude<Happened, 'left'> | undefined;

/** A refusal tells of one time that it was tried: what was done before stays done. */
function after({ kind }: LedgerStatement, before: DoneOrPerhaps): DoneOrPerhaps {
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
      return before;
  }
}
