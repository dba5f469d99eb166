import type { ConfidenceLimit } from '#contracts/http/calibration.ts';
import { shareOf } from '../evaluation/wilson.ts';
import type { JudgedAnswer } from './judged-answer.ts';

/** The lowest confidence from which on no more than the wanted share of answers was wrong. */
export function limitFor(answers: readonly JudgedAnswer[], errorRate: number): ConfidenceLimit {
  const falling = answers.toSorted((one, other) => other.confidence - one.confidence);
  let found: ConfidenceLimit = { kind: 'none' };
  let wrong = 0;
  for (const [index, { confidence, isRight }] of falling.entries()) {
    if (!isRight) wrong += 1;
    // Answers of one confidence stand or fall together.
    if (falling[index + 1]?.confidence === confidence) continue;
    const share = shareOf(wrong, index + 1);
    if ((share.share ?? 1) <= errorRate)
      found = { kind: 'found', confidence, wrong: share, isCertain: share.high <= errorRate };
  }
  return found;
}
