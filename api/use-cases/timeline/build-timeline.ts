import type { TimelineEntry } from '#contracts/http/timeline.ts';
import type { RunRow } from '#store/runs.ts';
import { describeEffect, type Effect } from './describe-effect.ts';
import type { PromptVariables } from './describe-model-call.ts';
import { describeStatement } from './describe-statement.ts';
import { type EffectOutcome, type Entry, type ReadRow, readEntry, stepOf } from './statement.ts';

type ChildRun = Pick<RunRow, 'id' | 'process' | 'parentStepKey' | 'createdAt'>;

export interface TimelineSource {
  ledger: readonly ReadRow[];
  startedAt: Date | null;
  /** Runs that this one handed on to. */
  children: readonly ChildRun[];
  promptVariables: PromptVariables;
}

/** A run's ledger as a story in the order of time: an effect's intent and outcome are one event. */
export function buildTimeline({ ledger, startedAt, children, promptVariables }: TimelineSource): TimelineEntry[] {
  const effects: Effect[] = [];
  const told: (TimelineEntry | Effect)[] = [];
  for (const read of ledger) {
    const entry = readEntry(read);
    if (entry === undefined) {
      told.push(describeForeign(read));
      continue;
    }
    const { statement } = entry;
    if (statement.kind === 'data-shown') continue;
    if (statement.kind === 'effect-intended') told.push(begin(effects, { ...entry, statement }));
    else if (isOutcome(entry)) told.push(...settle(effects, entry));
    else told.push(describeStatement(entry));
  }
  const story = told.map((event) => ('intent' in event ? describeEffect(event, promptVariables) : event));
  const others = [...children.map(handedOn), ...started(startedAt, story[0])];
  return [...withWaits(story), ...others].toSorted((one, other) => one.at.localeCompare(other.at));
}

function describeForeign({ row: { at, actor, kind, body } }: ReadRow): TimelineEntry {
  const text = 'This entry was not written by Baton, or was changed since: nothing it says is proven.';
  return { at: at.toISOString(), kind: 'note', actor, text, body: { kind, text: body } };
}

function begin(effects: Effect[], intent: Effect['intent']): Effect {
  const { step } = intent.statement.body;
  const before = effects.filter((effect) => effect.intent.statement.body.step === step);
  const effect = { attempt: before.length + 1, intent };
  effects.push(effect);
  return effect;
}

function isOutcome(entry: Entry): entry is Entry & { statement: EffectOutcome } {
  return ['effect-done', 'effect-failed', 'effect-unknown'].includes(entry.statement.kind);
}

/**
 * An outcome belongs to the intent of its call, whose last word counts: it may have been given up before it ended. Where
 * there are no calls it belongs to the oldest intent of its step that has none. One on a person's word has no intent of its
 * own and is an event itself.
 */
function settle(effects: Effect[], outcome: Entry & { statement: EffectOutcome }): Effect[] {
  const { step, digest, call } = outcome.statement.body;
  const called = call === undefined ? undefined : effects.find(({ intent }) => intent.statement.body.call === call);
  if (called) {
    called.outcome = outcome;
    return [];
  }
  const open = effects.find(({ intent, outcome: known }) => {
    const { body } = intent.statement;
    return known === undefined && body.step === step && body.digest === digest;
  });
  if (!open) return [{ attempt: 1, intent: intentOf(outcome), outcome }];
  open.outcome = outcome;
  return [];
}

function intentOf(outcome: Entry & { statement: EffectOutcome }): Effect['intent'] {
  return { ...outcome, statement: { kind: 'effect-intended', body: { ...outcome.statement.body, stages: [] } } };
}

/** A decision says since when the task had waited for it. */
function withWaits(story: readonly TimelineEntry[]): TimelineEntry[] {
  const opened = new Map<string, string>();
  return story.map((entry) => {
    const { at, approval, kind } = entry;
    if (approval === undefined) return entry;
    if (kind === 'task-opened') opened.set(approval, at);
    const since = kind === 'decision' || kind === 'task-closed' ? opened.get(approval) : undefined;
    return since === undefined ? entry : { ...entry, since };
  });
}

function handedOn({ id, process, parentStepKey, createdAt }: ChildRun): TimelineEntry {
  const step = stepOf(parentStepKey ?? '');
  const text = `The run handed on to ${process} and goes on once that is over: ${id}.`;
  return { at: createdAt.toISOString(), kind: 'child', actor: 'process', text, step, body: { run: id, process } };
}

/** A child is marked as started in the moment of its accept, which comes first in the story. */
function started(at: Date | null, accepted: TimelineEntry | undefined): TimelineEntry[] {
  if (at === null) return [];
  const instant = [at.toISOString(), accepted?.at ?? ''].toSorted().at(-1) ?? '';
  return [{ at: instant, kind: 'started', actor: 'dispatcher', text: 'Temporal took the run on.', body: {} }];
}
