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
export interface Blocked {
  kind: 'blocked';
  stage: GuardStage | 'standing';
  reason: string;
  /** What would let it happen, where anything does: another model or system, or a person's word. */
  heal?: 'other-candidate' | 'person';
}
