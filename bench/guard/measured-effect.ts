import type { EffectKind } from '#contracts/guard.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { OrderRecord } from '#dev/records/index.ts';
import type { Guard } from '#governance/guard/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { WorldPorts } from '#worker/compose-activities.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { TimedParts } from './timed-parts.ts';

/** What effects are done with, as the worker has it. */
export interface GuardGround extends TimedParts {
  database: Database;
  guard: Guard;
  steps: Steps;
  world: WorldPorts;
  watch: Stopwatch;
  mailFrom: string;
}

/** A run of its own, in which each effect is done once. */
export interface Round {
  order: OrderRecord;
  snapshot: Snapshot;
  step(name: string): StepCall;
}

/** One kind of effect, in both ways it can be done; both throw where nothing came of it. */
export interface MeasuredEffect {
  name: EffectKind;
  guarded(round: Round): Promise<void>;
  /** The same statement or call right after it, with nothing around it. */
  bare(round: Round): Promise<void>;
}

export function refuseAllBut(wanted: readonly string[], outcome: { kind: string }): void {
  if (!wanted.includes(outcome.kind)) throw new Error(`An effect of the bench came to ${JSON.stringify(outcome)}`);
}
