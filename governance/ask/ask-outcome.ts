import type { AnyAnswer } from '#contracts/answers/index.ts';
import type { RegionDown } from '#contracts/guard.ts';
import type { ModelFailureKind } from '#contracts/model-failure.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { PassedOver } from '#contracts/passed-over.ts';

/** `unavailable` is worth another attempt later; `waits` is what it comes to where none helps. */
export type AskOutcome =
  | ModelResult<AnyAnswer>
  | { kind: 'unavailable'; reason: string; retryAfterMs?: number; waits?: RegionDown };

/** What asking one model came to. */
export type CandidateOutcome = { kind: 'settled'; result: ModelResult<AnyAnswer> } | NoAnswer;

/** No answer that could be used: what follows from it says the table of failures. */
export interface NoAnswer {
  kind: 'no-answer';
  failure: ModelFailureKind;
  reason: string;
  retryAfterMs?: number;
  /** An answer that the model may mend, and what was wrong with it. */
  repair?: { answer: string; problem: string };
  /** Set where the model was not asked at all. */
  passedOver?: PassedOver;
}
