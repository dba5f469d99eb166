import type { TimelineEntry } from '#contracts/http/timeline.ts';
import type { StoredLedgerRow } from '#store/ledger.ts';
import { describeEffect, type Effect } from './describe-effect.ts';
import type { PromptVariables } from './describe-model-call.ts';
import { describeStatement } from './describe-statement.ts';
import { type EffectOutcome, type Entry, readEntry } from './statement.ts';

export interface TimelineSource {
  ledger: readonly StoredLedgerRow[];
  startedAt: Date | null;
  promptVariables: PromptVariables;
}

/** A run's ledger as a story in the order of time: an effect's intent and outcome are one event. */
export function buildTimeline({ ledger, startedAt, promptVariables }: TimelineSource): TimelineEntry[] {
  const effects: Effect[] = [];
  const alone: TimelineEntry[] = startedAt === null ? [] : [started(startedAt)];
  for (const entry of ledger.map(readEntry)) {
    const { statement } = entry;
    if (statement.kind === 'effect-intended') effects.push({ intent: { ...entry, statement } });
    else if (isOutcome(entry)) settle(effects, entry);
    else alone.push(describeStatement(entry));
  }
  const told = effects.map((effect) => describeEffect(effect, promptVariables));
  return [...alone, ...told].toSorted((one, other) => one.at.localeCompare(other.at));
}

function isOutcome(entry: Entry): entry is Entry & { statement: EffectOutcome } {
  return ['effect-done', 'effect-failed', 'effect-unknown'].includes(entry.statement.kind);
}

/** An outcome belongs to the oldest intent of its step that has none; one on a person's word has no intent of its own. */
function settle(effects: Effect[], outcome: Entry & { statement: EffectOutcome }): void {
  const { step, digest } = outcome.statement.body;
  const open = effects.find(({ intent, outcome: known }) => {
    const { body } = intent.statement;
    return known === undefined && body.step === step && body.digest === digest;
  });
  if (open) open.outcome = outcome;
  else effects.push({ intent: { ...outcome, statement: { kind: 'effect-intended', body: { ...outcome.statement.body, stages: [] } } }, outcome });
}

function started(at: Date): TimelineEntry {
  return { at: at.toISOString(), kind: 'started', actor: 'dispatcher', text: 'Temporal took the run on.', body: {} };
}
