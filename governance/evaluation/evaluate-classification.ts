import { aFewAtATime } from './a-few-at-a-time.ts';
import type { AskFilled } from './ask-case.ts';
import type { ClassificationCase } from './cases/classification-case.ts';
import type { HalfResult, Miss } from './evaluated-model.ts';
import { type ClassifiedCase, isRight, scoreClassification } from './score-classification.ts';
import { usageOf } from './usage.ts';

type Answered = Pick<HalfResult, 'score' | 'usage' | 'misses'>;

export async function evaluateClassification(
  cases: readonly ClassificationCase[],
  ask: AskFilled<'enquiry_classification'>,
): Promise<Answered> {
  const asked = await aFewAtATime(cases, async (given) => ({ given, ...(await ask({ offered: given.input })) }));
  const classified = asked.map(({ given, result }) => {
    return { given, answer: result.kind === 'answered' ? result.answer : undefined };
  });
  return {
    score: { kind: 'classification', ...scoreClassification(classified) },
    usage: usageOf(asked),
    misses: classified.filter((each) => !isRight(each)).map(missOf),
  };
}

function missOf({ given, answer }: ClassifiedCase): Miss {
  const said = answer ? `${answer.category}, ${answer.confidence} sure` : 'no usable answer';
  return { id: given.id, what: `${given.expected.category} was taken for ${said}` };
}
