import { type AnswerName, type AnyAnswer, choices } from '#contracts/answers/index.ts';
import type { AnswerToken } from '#contracts/ports/model.ts';
import { choiceCertainty } from './choice-certainty.ts';
import { failedChecks, type Shown } from './failed-checks.ts';

/** How far an answer is relied on, from 0 to 1, and what that was made of. */
export interface Confidence {
  value: number;
  /** What the model says of itself. */
  said: number;
  /** How likely it was to choose what it chose, where it tells. */
  choices?: number;
  /** Fields that do not fit what it was shown: such an answer is not relied on at all. */
  failed: readonly string[];
}

interface Given extends Shown {
  name: AnswerName;
  answer: AnyAnswer;
  /** As the model wrote it. */
  text: string;
  tokens: readonly AnswerToken[] | undefined;
}

/** The least of what speaks for an answer. */
export function confidenceIn({ name, answer, text, tokens, ...shown }: Given): Confidence {
  const said = answer.confidence;
  const failed = failedChecks(answer, shown);
  const chosen = tokens && choiceCertainty({ text, tokens }, choices[name]);
  const value = failed.length > 0 ? 0 : Math.min(said, chosen ?? 1);
  return { value, said, failed, ...(chosen === undefined ? {} : { choices: chosen }) };
}
