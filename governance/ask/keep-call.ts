import type { PaymentDoubt } from '#contracts/payment-doubt.ts';
import type { PinnedModel, PinnedPrompt } from '#contracts/snapshot.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { askedPlace, modelAnswerPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { insertModelCall, settleModelCall } from '#store/model-calls.ts';
import type { Write } from '#store/write-together.ts';

/** What went into a prompt, and the answer that had to be repaired, if any. */
export interface Asked {
  variables: Readonly<Record<string, string>>;
  repair?: { answer: string; problem: string };
}

export interface CallToKeep extends Asked {
  id: string;
  step: StepCall;
  prompt: Pick<PinnedPrompt, 'hash'>;
  model: Pick<PinnedModel, 'name'>;
  digest: string;
}

export interface CallToSettle {
  id: string;
  runId: string;
  /** What the model said, word for word. */
  answer: string | undefined;
  /** Set where nobody knows whether it was paid for. */
  doubt: PaymentDoubt | undefined;
}

/** Keeps the words of a call under the run's key: the digest in the ledger says that they are these. */
export interface KeepCall {
  /** What leaves, written with the intent: whoever dies meanwhile leaves a call that nobody wrote the end of. */
  begin(call: CallToKeep): Promise<Write>;
  settle(call: CallToSettle): Promise<Write>;
}

export function createKeepCall({ seals }: { seals: Pick<Seals, 'seal'> }): KeepCall {
  return {
    begin: async ({ id, step, digest, prompt, model, variables, repair }) => {
      const { runId } = step.address;
      const asked: Asked = { variables, ...(repair ? { repair } : {}) };
      return insertModelCall({
        id,
        runId,
        stepKey: stepKey(step.address),
        digest,
        promptHash: prompt.hash,
        model: model.name,
        askedSealed: await seals.seal(runId, asked, askedPlace(id)),
      });
    },
    settle: async ({ id, runId, answer, doubt }) => {
      const answerSealed = answer === undefined ? null : await seals.seal(runId, answer, modelAnswerPlace(id));
      return settleModelCall({ id, answerSealed, doubt });
    },
  };
}
