import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationErrorOf, limitFor, reliabilityOf } from '#governance/calibration/index.ts';

const right = (confidence: number) => ({ confidence, isRight: true });
const wrong = (confidence: number) => ({ confidence, isRight: false });

const answers = fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() }), {
  minLength: 1,
});

describe('a reliability table', () => {
  test('has confidence and outcome of each band that anything lies in', () => {
    const bands = reliabilityOf([right(0.7), wrong(0.75), right(0.3), right(1), right(0.95)]);
    expect(bands.map(({ from, right: share }) => [from, share.hits, share.of])).toEqual([
      [0.3, 1, 1],
      [0.7, 1, 2],
      [0.9, 2, 2],
    ]);
    expect(bands[1]?.meanConfidence).toBeCloseTo(0.725, 9);
  });

  test('counts every answer once, in a band that its confidence lies in', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const bands = reliabilityOf(given);
        expect(bands.reduce((sum, { right: { of } }) => sum + of, 0)).toBe(given.length);
        for (const { from, to, meanConfidence } of bands) {
          expect(meanConfidence).toBeGreaterThanOrEqual(from - 1e-6);
          expect(meanConfidence).toBeLessThanOrEqual(to + 1e-6);
        }
      }),
    );
  });

  test('says how far both lie apart: not at all where nine of ten are right that are nine tenths sure', () => {
    const fair = [...Array.from({ length: 9 }, () => right(0.9)), wrong(0.9)];
    expect(calibrationErrorOf(fair)).toBeCloseTo(0, 9);
    expect(calibrationErrorOf([wrong(0.9), wrong(0.9)])).toBeCloseTo(0.9, 9);
    expect(calibrationErrorOf([])).toBe(0);
  });
});

describe('the limit for a wanted share of errors', () => {
  test('is the lowest confidence from which on no more than that was wrong', () => {
    const given = [right(0.9), right(0.8), wrong(0.7), right(0.6), wrong(0.5), wrong(0.4)];
    expect(limitFor(given, 0.25)).toMatchObject({ kind: 'found', confidence: 0.6, wrong: { hits: 1, of: 4 } });
    expect(limitFor(given, 0.01)).toMatchObject({ kind: 'found', confidence: 0.8, wrong: { hits: 0, of: 2 } });
  });

  test('is certain only where the whole interval lies within', () => {
    expect(limitFor([right(0.9)], 0.05)).toMatchObject({ isCertain: false });
    const many = Array.from({ length: 200 }, () => right(0.9));
    expect(limitFor(many, 0.05)).toMatchObject({ isCertain: true });
  });

  test('does not part answers of one confidence', () => {
    expect(limitFor([right(0.8), wrong(0.8), right(0.8)], 0.1)).toEqual({ kind: 'none' });
  });

  test('keeps what it promises of the answers that it was made of', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (given, errorRate) => {
        const limit = limitFor(given, errorRate);
        if (limit.kind === 'none') return;
        const above = given.filter(({ confidence }) => confidence >= limit.confidence);
        expect(above.filter(({ isRight }) => !isRight).length / above.length).toBeLessThanOrEqual(errorRate);
      }),
    );
  });
});
