import type { ReliabilityBand } from '#contracts/http/calibration.ts';
import { shareOf } from '../evaluation/wilson.ts';
import type { JudgedAnswer } from './judged-answer.ts';

const bands = 10;

/** Confidence and outcome side by side, in bands of equal width; empty bands are left out. */
export function reliabilityOf(answers: readonly JudgedAnswer[]): ReliabilityBand[] {
  const places = Array.from({ length: bands }, (_, place) => place);
  return places.flatMap((place) => {
    const inside = answers.filter(({ confidence }) => bandOf(confidence) === place);
    if (inside.length === 0) return [];
    const meanConfidence = sum(inside.map(({ confidence }) => confidence)) / inside.length;
    const right = shareOf(inside.filter(({ isRight }) => isRight).length, inside.length);
    return [{ from: place / bands, to: (place + 1) / bands, meanConfidence, right }];
  });
}

/** The mean distance between confidence and outcome, each band weighed by its answers. */
export function calibrationErrorOf(answers: readonly JudgedAnswer[]): number {
  if (answers.length === 0) return 0;
  const distances = reliabilityOf(answers).map(
    ({ meanConfidence, right }) => Math.abs((meanConfidence ?? 0) - (right.share ?? 0)) * right.of,
  );
  return sum(distances) / answers.length;
}

/** Tenths times ten may fall short of a whole number by a rounding error. */
function bandOf(confidence: number): number {
  return Math.min(bands - 1, Math.floor(confidence * bands + 1e-9));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
