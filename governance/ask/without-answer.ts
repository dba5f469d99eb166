import type { Blocked, RegionDown } from '#contracts/guard.ts';
import { modelFailureRow } from '#contracts/model-failure.ts';
import { isBudgetSpent } from '#governance/guard/has-to-wait.ts';
import { isSwitchedOff } from '#governance/guard/switched-off.ts';
import type { AskOutcome, NoAnswer } from './ask-outcome.ts';

/** A candidate that gave no answer, and why. */
export interface Tried {
  model: string;
  outcome: NoAnswer | Blocked;
}

type Unheard = Tried & { outcome: NoAnswer };

/**
 * What counts where no candidate answered: what came of the last one that was asked, or would have been; else the
 * switches, of which one may be lifted; else a budget without room; else the last refusal.
 */
export function withoutAnswer(tried: readonly Tried[]): AskOutcome | undefined {
  const unheard = tried.filter((each): each is Unheard => each.outcome.kind === 'no-answer');
  const last = unheard.at(-1);
  if (!last) {
    const blocked = tried.flatMap(({ outcome }) => (outcome.kind === 'blocked' ? [outcome] : []));
    return switchedOff(blocked) ?? blocked.find(isBudgetSpent) ?? blocked.at(-1);
  }
  const reason = reasonOf(unheard);
  if (modelFailureRow(last.outcome.failure).retry === 'never') return { kind: 'failed', reason };
  return { kind: 'unavailable', reason, ...soonest(unheard), ...waitsIn(tried) };
}

/** Why each of them gave none. */
function reasonOf(unheard: readonly Unheard[]): string {
  if (unheard.length === 1) return unheard.map(({ outcome }) => outcome.reason).join();
  return unheard
    .map(({ model, outcome: { reason } }) => `${reason.startsWith(model) ? '' : `${model}: `}${reason}`)
    .join('; ');
}

/** When the first of them is worth asking again; nothing where one is that did not say when. */
function soonest(unheard: readonly Unheard[]): { retryAfterMs?: number } {
  const later = unheard.filter(({ outcome }) => modelFailureRow(outcome.failure).retry === 'later');
  const times = later.flatMap(({ outcome }) => outcome.retryAfterMs ?? []);
  return times.length < later.length ? {} : { retryAfterMs: Math.min(...times) };
}

/** Where others answer that residency keeps the data from, an outage is waited out. */
function waitsIn(tried: readonly Tried[]): { waits?: RegionDown } {
  const down = tried.filter(({ outcome }) => isDown(outcome));
  const elsewhere = tried.filter(({ outcome }) => isElsewhere(outcome));
  const off = tried.map(({ outcome }) => outcome).filter(isSwitchedOff);
  if (elsewhere.length === 0 || down.length + elsewhere.length + off.length < tried.length) return {};
  const models = down.map(({ model }) => model);
  const reason = `none of the models answers that the data may go to (${models.join(', ')}), and it may not go to ${elsewhere.map(({ model }) => model).join(', ')}`;
  return { waits: { kind: 'blocked', stage: 'residency', reason, models, switches: switchesOf(off) } };
}

function isDown(outcome: Tried['outcome']): boolean {
  if (outcome.kind !== 'no-answer') return false;
  return outcome.failure === 'passed-over' || ['fails', 'out'].includes(modelFailureRow(outcome.failure).health);
}

function isElsewhere(outcome: Tried['outcome']): boolean {
  return outcome.kind === 'blocked' && outcome.stage === 'residency';
}

function switchedOff(outcomes: readonly Blocked[]): Blocked | undefined {
  const off = outcomes.filter(isSwitchedOff);
  const [first] = off;
  if (!first) return undefined;
  const reason = [...new Set(off.map((each) => each.reason))].join(', and ');
  return { ...first, reason, switches: switchesOf(off) };
}

function switchesOf(off: readonly { switches: readonly string[] }[]): readonly string[] {
  return [...new Set(off.flatMap(({ switches }) => switches))];
}
