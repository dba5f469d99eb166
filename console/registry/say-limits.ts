import type { RegisteredProcess } from '#contracts/http/registry.ts';
import { sayCount, sayShare } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { saySpan } from '../format/span.ts';
import { sayWrittenSpan } from '../format/written-span.ts';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.limit;

/** Within which limits a process works, a sentence each. */
export function sayLimits({ limits, durations, prompts, questions }: RegisteredProcess): string[] {
  const confidences = Object.entries(prompts).map(([name, { minimumConfidence }]) =>
    words.confidence(labelOf(name), sayShare(minimumConfidence)),
  );
  return [
    words.modelAttempts(sayCount(limits.modelAttempts)),
    words.modelCall(saySpan(durations.modelCall)),
    ...confidences,
    words.drafts(sayCount(limits.drafts)),
    words.sendAttempts(sayCount(limits.sendAttempts)),
    ...(questions ? [words.questions(sayCount(questions.most), sayWrittenSpan(questions.answerWithin))] : []),
  ];
}
