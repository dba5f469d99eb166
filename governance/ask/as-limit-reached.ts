import type { Blocked } from '#contracts/guard.ts';
import type { CandidateOutcome } from './ask-outcome.ts';

/** A model that takes no more in this minute is one that may soon be asked again, and no refusal of what is asked. */
export function asLimitReached(outcome: CandidateOutcome | Blocked): CandidateOutcome | Blocked {
  if (outcome.kind !== 'blocked' || !('until' in outcome)) return outcome;
  const retryAfterMs = Math.max(0, Date.parse(outcome.until) - Date.now());
  return { kind: 'no-answer', failure: 'limit-reached', reason: outcome.reason, retryAfterMs };
}
