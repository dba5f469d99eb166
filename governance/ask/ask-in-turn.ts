import { modelFailureRow } from '#contracts/model-failure.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { isBudgetSpent } from '#governance/guard/has-to-wait.ts';
import type { AskOutcome } from './ask-outcome.ts';
import { createAskPatiently } from './ask-patiently.ts';
import type { AskCandidate, CandidateCall } from './candidate-call.ts';
import { cheaperThan } from './cheaper.ts';
import { type Tried, withoutAnswer } from './without-answer.ts';

export interface InTurnParts {
  askCandidate: AskCandidate;
  /** Writes down which models were passed over, where no call was made since that would tell it. */
  tellPassedOver(step: StepCall, passedOver: readonly PassedOver[]): Promise<void>;
}

/** Asks the candidates in turn until one gives an answer of the right shape, or what came of it is worth no other. */
export function createAskInTurn({ askCandidate, tellPassedOver }: InTurnParts) {
  const askPatiently = createAskPatiently({ askCandidate });

  return async (
    call: Omit<CandidateCall, 'model' | 'passedOver'>,
    models: readonly PinnedModel[],
  ): Promise<AskOutcome> => {
    const tried: Tried[] = [];
    let left = [...models];
    for (let model = left.shift(); model; model = left.shift()) {
      const outcome = await askPatiently({ ...call, model, passedOver: untold(tried) });
      if (outcome.kind === 'settled') return outcome.result;
      // Whoever asked is gone, and no other model is asked for them.
      call.signal?.throwIfAborted();
      if (isFinal(outcome)) return asFinal(outcome);
      if (isBudgetSpent(outcome)) left = cheaperThan(model, left);
      tried.push({ model: model.name, outcome });
    }
    const passedOver = untold(tried);
    if (passedOver.length > 0) await tellPassedOver(call.step, passedOver);
    const none = { kind: 'failed', reason: `the prompt ${call.prompt.name} has no candidate` } as const;
    return withoutAnswer(tried) ?? none;
  };
}

/** No other candidate may do what the run may not, or what policy or a budget leaves to a person or to nobody; some failures are none's. */
function isFinal(outcome: Tried['outcome']): boolean {
  if (outcome.kind === 'no-answer') return ['person', 'never'].includes(modelFailureRow(outcome.failure).worth);
  if (isBudgetSpent(outcome)) return outcome.atLimit === 'pause';
  const { stage, heal } = outcome;
  return stage === 'standing' || ((stage === 'policy' || stage === 'residency') && heal !== 'other-candidate');
}

function asFinal(outcome: Tried['outcome']): AskOutcome {
  return outcome.kind === 'blocked' ? outcome : { kind: 'failed', reason: outcome.reason };
}

/** Those that were passed over since the last call. */
function untold(tried: readonly Tried[]): PassedOver[] {
  const isCall = ({ outcome }: Tried) => outcome.kind === 'no-answer' && modelFailureRow(outcome.failure).asked;
  const since = tried.slice(tried.findLastIndex(isCall) + 1);
  return since.flatMap(({ outcome }) => (outcome.kind === 'no-answer' && outcome.passedOver) || []);
}
