import type { Blocked } from '#contracts/guard.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { AskOutcome } from './ask-outcome.ts';
import type { CandidateOutcome } from './candidate.ts';
import type { CandidateCall } from './candidate-call.ts';
import { type Tried, withoutAnswer } from './without-answer.ts';

export type AskCandidate = (call: CandidateCall) => Promise<CandidateOutcome | Blocked>;

/** Asks the candidates in turn, each with one repair turn, until one gives an answer of the right shape. */
export function createAskInTurn({ askCandidate }: { askCandidate: AskCandidate }) {
  return async (call: Omit<CandidateCall, 'model'>, models: readonly PinnedModel[]): Promise<AskOutcome> => {
    const tried: Tried[] = [];
    for (const model of models) {
      const outcome = await askWithRepair({ ...call, model });
      if (outcome.kind === 'settled') return outcome.result;
      if (outcome.kind === 'blocked' && isFinal(outcome)) return outcome;
      tried.push({ model: model.name, outcome: asOutcome(model, outcome) });
    }
    const none = { kind: 'failed', reason: `the prompt ${call.prompt.name} has no candidate` } as const;
    return withoutAnswer(tried) ?? none;
  };

  async function askWithRepair(call: CandidateCall): Promise<CandidateOutcome | Blocked> {
    const first = await askCandidate(call);
    if (first.kind !== 'unusable') return first;
    return askCandidate({ ...call, repair: { answer: first.text, problem: first.problem } });
  }
}

/** No other candidate may do what the run may not, or what policy leaves to a person or to nobody. */
function isFinal({ stage, heal }: Blocked): boolean {
  return stage === 'standing' || ((stage === 'policy' || stage === 'residency') && heal !== 'other-candidate');
}

/** What is left to say once a candidate did not answer. */
function asOutcome(model: PinnedModel, outcome: Exclude<CandidateOutcome, { kind: 'settled' }> | Blocked): AskOutcome {
  if (outcome.kind !== 'unusable') return outcome;
  return { kind: 'failed', reason: `${model.name} gave no usable answer: ${outcome.problem}` };
}
