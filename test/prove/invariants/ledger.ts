import type { LedgerEntry, World } from '../read-world.ts';

const outcomes = ['effect-done', 'effect-failed', 'effect-unknown'];

/** Nothing came of an effect that nobody had written down to intend, and nothing is reused that was not done. */
export function checkLedger({ ledger }: World): string[] {
  const intended = new Set<string>();
  const done = new Set<string>();
  return ledger.flatMap((entry) => {
    const { step, effect, digest, from } = entry.body;
    if (entry.kind === 'effect-intended') intended.add(nameOf(entry));
    if (entry.kind === 'effect-done') done.add(`${step} ${effect} ${digest}`);
    if (outcomes.includes(entry.kind) && !intended.has(nameOf(entry)))
      return [`entry ${entry.id}: ${entry.kind} of ${step} without an intent before it`];
    if (entry.kind !== 'effect-reused') return [];
    const known = done.has(`${from} ${effect} ${digest}`);
    done.add(`${step} ${effect} ${digest}`);
    return known ? [] : [`entry ${entry.id}: ${step} reuses ${from}, which was never done`];
  });
}

function nameOf({ body }: LedgerEntry): string {
  return `${body.step} ${body.effect} ${body.digest}`;
}
