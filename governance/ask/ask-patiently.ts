import { setTimeout } from 'node:timers/promises';
import type { Blocked } from '#contracts/guard.ts';
import { modelFailureRow } from '#contracts/model-failure.ts';
import type { CandidateOutcome } from './ask-outcome.ts';
import type { AskCandidate, CandidateCall } from './candidate-call.ts';

/** Asks one model: once more where it soon may be, and once more to mend its answer. */
export function createAskPatiently({ askCandidate }: { askCandidate: AskCandidate }) {
  return async (call: CandidateCall): Promise<CandidateOutcome | Blocked> => {
    const said = await askOnceMore(call, await askCandidate(call));
    if (said.kind !== 'no-answer' || said.repair === undefined) return said;
    if (modelFailureRow(said.failure).worth !== 'repair-here') return said;
    return askCandidate({ ...call, passedOver: [], repair: said.repair });
  };

  async function askOnceMore(
    call: CandidateCall,
    first: CandidateOutcome | Blocked,
  ): Promise<CandidateOutcome | Blocked> {
    const waitMs = soon(first, call.prompt.waitAtMost ?? 0);
    if (waitMs === undefined) return first;
    await setTimeout(waitMs, undefined, call.signal ? { signal: call.signal } : {});
    return askCandidate({ ...call, passedOver: [] });
  }
}

/** In how many milliseconds the same model is worth asking once more; nothing where that is too late, or nobody knows. */
function soon(outcome: CandidateOutcome | Blocked, waitAtMost: number): number | undefined {
  if (outcome.kind !== 'no-answer' || modelFailureRow(outcome.failure).worth !== 'retry-here') return undefined;
  const { retryAfterMs } = outcome;
  return retryAfterMs !== undefined && retryAfterMs <= waitAtMost ? retryAfterMs : undefined;
}
