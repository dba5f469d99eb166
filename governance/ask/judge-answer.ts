import type { AnyAnswer } from '#contracts/answers/index.ts';
import type { AnsweredBy, ModelResult } from '#contracts/model-result.ts';
import type { RestoredAnswer } from '#governance/concealment/restore-answer.ts';
import type { Confidence } from '#governance/confidence/index.ts';
import type { CandidateCall } from './candidate-call.ts';

interface Judged {
  restored: RestoredAnswer<AnyAnswer>;
  confidence: Confidence;
  version: string;
}

/** An answer counts where it is sure enough; else a person looks, and is told why. */
export function judgeAnswer(
  { prompt, model }: CandidateCall,
  { restored, confidence, version }: Judged,
): ModelResult<AnyAnswer> {
  const { answer, left } = restored;
  const by: AnsweredBy = {
    model: model.name,
    version,
    provider: model.provider,
    prompt: prompt.name,
    promptVersion: prompt.version,
    confidence: confidence.value,
  };
  if (left.length > 0) {
    const reason = `${left.join(', ')} stands in it for something that may not stand there, or for nothing`;
    return { kind: 'unsure', answer, by, reason };
  }
  if (confidence.failed.length === 0 && confidence.value >= prompt.minimumConfidence)
    return { kind: 'answer', answer, by };
  return { kind: 'unsure', answer, by, reason: whyUnsure(confidence, prompt.minimumConfidence) };
}

function whyUnsure({ failed, choices, said }: Confidence, minimum: number): string {
  if (failed.length > 0) return `${failed.join(' and ')} names an order that stands in nothing the model was shown`;
  const under = `under ${percent(minimum)} a person looks`;
  if (choices !== undefined && choices < said)
    return `the model says it is ${percent(said)} sure, and chose with ${percent(choices)}; ${under}`;
  return `the model is ${percent(said)} sure; ${under}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
