import type { PinnedPrompt } from '#contracts/snapshot.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { askedPlace, modelAnswerPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { insertModelCall } from '#store/model-calls.ts';
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
  digest: string;
  /** What the model said, word for word. */
  answer: string | undefined;
}

/** Keeps the words of a call under the run's key, beside its outcome: the digest in the ledger says that they are these. */
export function createKeepCall({ seals }: { seals: Pick<Seals, 'seal'> }) {
  return async ({ id, step, digest, prompt, answer, variables, repair }: CallToKeep): Promise<Write> => {
    const { runId } = step.address;
    const asked: Asked = { variables, ...(repair ? { repair } : {}) };
    return insertModelCall({
      id,
      runId,
      stepKey: stepKey(step.address),
      digest,
      promptHash: prompt.hash,
      askedSealed: await seals.seal(runId, asked, askedPlace(id)),
      answerSealed: answer === undefined ? null : await seals.seal(runId, answer, modelAnswerPlace(id)),
    });
  };
}

export type KeepCall = ReturnType<typeof createKeepCall>;
