import type { AtLimit, SpentBudget } from './budget.ts';

/** The stages every effect passes before it happens, in this order. */
export const guardStages = ['kill-switch', 'registry', 'residency', 'policy', 'redaction', 'budget'] as const;
export type GuardStage = (typeof guardStages)[number];

export type EffectKind = 'callModel' | 'sendOut' | 'writeRecord' | 'readRecord' | 'useTool';

export interface StageRecord {
  stage: GuardStage;
  /** `no-rule`: the stage applies, but there is nothing yet to hold the effect against. */
  verdict: 'passed' | 'no-rule' | 'not-applicable';
  detail?: string;
}

/** An effect the guard stopped: at a stage, or because its run may no longer act. */
export type Blocked =
  | SwitchedOff
  | RegionDown
  | BudgetSpent
  | MinuteFull
  | {
      kind: 'blocked';
      stage: Exclude<GuardStage, 'kill-switch'> | 'standing';
      reason: string;
      /** What would let it happen, where anything does: another model or system, or a person's word. */
      heal?: 'other-candidate' | 'person';
    };

/** An effect that somebody switched off; it may happen once all of these are lifted. */
export interface SwitchedOff {
  kind: 'blocked';
  stage: 'kill-switch';
  reason: string;
  heal?: never;
  /** Ids of the switches that are pulled. */
  switches: readonly string[];
}

/** Every model that answers is where the data may not go: its run waits until one answers where it may. */
export interface RegionDown {
  kind: 'blocked';
  stage: 'residency';
  reason: string;
  heal?: never;
  /** Names of the models that it waits for. */
  models: readonly string[];
  /** Ids of the switches that keep others from being asked. */
  switches: readonly string[];
}

/** No room for the call: its run waits until there is again, since calls cost less than they might have, a day ends, or a person gives more. */
export interface BudgetSpent {
  kind: 'blocked';
  stage: 'budget';
  reason: string;
  heal?: never;
  /** `cheaper-candidate`: a model is asked first that costs less, where there is one. */
  atLimit: AtLimit;
  budgets: readonly SpentBudget[];
  switches: readonly [];
}

/** A model takes no more in this minute. */
export interface MinuteFull {
  kind: 'blocked';
  stage: 'budget';
  reason: string;
  heal: 'other-candidate';
  /** When it takes calls again. */
  until: string;
}

/** What stops a step for a while, and no longer. */
export type HasToWait = SwitchedOff | RegionDown | BudgetSpent;

/** What a step comes to that has to wait: its run does it again once a switch is lifted, a model answers, or a budget has room. */
export interface Paused {
  kind: 'paused';
  pauseId: string;
  /** What it waits for, in words that name nobody. */
  why: string;
}
