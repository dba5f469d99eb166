import type { Blocked, RegionDown } from '#contracts/guard.ts';
import { isSwitchedOff } from '#governance/guard/switched-off.ts';
import type { AskOutcome } from './ask-outcome.ts';

/** A candidate that gave no answer, and why. */
export interface Tried {
  model: string;
  outcome: AskOutcome;
}

/**
 * What counts where no candidate answered: what came of the last call that was made; else the switches, of which one may
 * be lifted; else the last refusal.
 */
export function withoutAnswer(tried: readonly Tried[]): AskOutcome | undefined {
  const outcomes = tried.map(({ outcome }) => outcome);
  const called = outcomes.findLast(({ kind }) => kind !== 'blocked');
  if (called?.kind === 'unavailable') return { ...called, ...waitsIn(tried) };
  return called ?? switchedOff(outcomes) ?? outcomes.at(-1);
}

/** Where others answer that residency keeps the data from, an outage is waited out. */
function waitsIn(tried: readonly Tried[]): { waits?: RegionDown } {
  const down = tried.filter(({ outcome }) => outcome.kind === 'unavailable' && outcome.isDown);
  const elsewhere = tried.filter(({ outcome }) => isElsewhere(outcome));
  const off = tried.map(({ outcome }) => outcome).filter(isSwitchedOff);
  if (elsewhere.length === 0 || down.length + elsewhere.length + off.length < tried.length) return {};
  const models = down.map(({ model }) => model);
  const reason = `none of the models answers that the data may go to (${models.join(', ')}), and it may not go to ${elsewhere.map(({ model }) => model).join(', ')}`;
  return { waits: { kind: 'blocked', stage: 'residency', reason, models, switches: switchesOf(off) } };
}

function isElsewhere(outcome: AskOutcome): boolean {
  return outcome.kind === 'blocked' && outcome.stage === 'residency';
}

function switchedOff(outcomes: readonly AskOutcome[]): Blocked | undefined {
  const off = outcomes.filter(isSwitchedOff);
  const [first] = off;
  if (!first) return undefined;
  const reason = [...new Set(off.map((each) => each.reason))].join(', and ');
  return { ...first, reason, switches: switchesOf(off) };
}

function switchesOf(off: readonly { switches: readonly string[] }[]): readonly string[] {
  return [...new Set(off.flatMap(({ switches }) => switches))];
}
