import { z } from 'zod';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { AskedOrNot } from '#governance/guard/whole-question.ts';
import type { StepResultRow } from '#store/step-results.ts';
import type { CandidateCall } from './candidate-call.ts';
import { effectOf } from './model-effect.ts';

interface Question {
  call: Omit<CandidateCall, 'model' | 'passedOver'>;
  models: readonly PinnedModel[];
}

/** Who gave an answer that is kept. */
const KeptRecord = z.object({ model: z.string() });

/** Says whether an answer that is kept is used: it was given to this question, by a model that might still be asked. */
export function createMayUseKept({ mightHappen }: { mightHappen(asked: AskedOrNot): boolean }) {
  return (kept: Pick<StepResultRow, 'digest' | 'record'>, { call, models }: Question): boolean => {
    if (!isAnswerTo(kept.digest, call)) return false;
    const by = KeptRecord.parse(kept.record).model;
    const model = models.find(({ name }) => name === by);
    if (!model) return false;
    const asked = effectOf(
      { ...call, model, passedOver: [] },
      { id: 'kept', leaving: { kind: 'plain', form: call.plain } },
    );
    return mightHappen(asked);
  };
}

/** Whether an answer was given to this question, however it left. */
function isAnswerTo(digest: string, { plain, conceal }: Pick<CandidateCall, 'plain' | 'conceal'>): boolean {
  if (digest === plain.digest) return true;
  const concealed = conceal();
  return concealed.kind === 'concealed' && digest === concealed.form.digest;
}
