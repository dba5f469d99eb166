import type { ModelCall } from '#contracts/ports/model.ts';
import { keepable } from '#contracts/text.ts';

/** Of an answer that cannot be used, no more goes back than this: a long one is paid for again. */
const mostOfAnswer = 20_000;

/** What a model is told of its answer, once, so that it may mend it. */
export function repairOf(answer: string, problem: string): NonNullable<ModelCall['repair']> {
  return { answer: keepable(answer, mostOfAnswer), problem };
}
