/** The stages every effect passes before it happens, in this order. */
export const guardStages = ['kill-switch', 'registry', 'residency', 'policy', 'redaction', 'budget'] as const;
export type GuardStage = (typeof guardStages)[number];

export type EffectKind = 'callModel' | 'sendOut' | 'writeRecord' | 'readRecord';

export interface StageRecord {
  stage: GuardStage;
  /** `no-rule`: the stage applies, but there is nothing yet to hold the effect against. */
  verdict: 'passed' | 'no-rule' | 'not-applicable';
  detail?: string;
}

/** An effect the guard stopped: at a stage, or because its run may no longer act. */
export type Blocked =
  | SwitchedOff
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

/** What a step comes to that was switched off: its run waits, and does the step again once one of the switches is lifted. */
export interface Paused {
  kind: 'paused';
  pauseId: string;
  /** What is switched off, in words that name nobody. */
  why: string;
}
