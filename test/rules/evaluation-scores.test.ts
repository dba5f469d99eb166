import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnquiryCategory, type EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { sumOf } from '#governance/evaluation/ask-case.ts';
import type { ClassificationCase } from '#governance/evaluation/cases/classification-case.ts';
import { quantile } from '#governance/evaluation/quantile.ts';
import { type ClassifiedCase, scoreClassification } from '#governance/evaluation/score-classification.ts';
import { scoreDrafts } from '#governance/evaluation/score-drafts.ts';
import { shareOf } from '#governance/evaluation/wilson.ts';

const category = fc.constantFrom(...EnquiryCategory.options);

interface Told {
  wanted: EnquiryClassification['category'];
  said: EnquiryClassification['category'] | undefined;
  hard?: boolean;
  unsure?: boolean;
  confidence?: number;
}

function aCase({ wanted, said, hard = false, unsure = false, confidence = 0.9 }: Told): ClassifiedCase {
  const same = { urgency: 'normal', sentiment: 'neutral', language: 'en', orderNumber: null } as const;
  const expected: ClassificationCase['expected'] = { category: wanted, ...same, unsure, open: ['urgency'] };
  const given = { id: 'c', template: 't', hard, mailLanguage: 'en', input: { subject: '', text: '' }, expected };
  return { given, answer: said && { category: said, ...same, urgency: 'high', confidence, reason: '' } };
}

const told = fc.array(
  fc.record({ wanted: category, said: fc.option(category, { nil: undefined }), hard: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('the score of a classification', () => {
  test('counts every case once: by what was wanted, and by what was said', () => {
    fc.assert(
      fc.property(told, (all) => {
        const { right, classes } = scoreClassification(all.map(aCase));
        const sum = (of: (each: (typeof classes)[number]) => number) =>
          classes.reduce((total, each) => total + of(each), 0);
        expect(right.of).toBe(all.length);
        expect(sum(({ recall }) => recall.of)).toBe(all.length);
        expect(sum(({ precision }) => precision.of)).toBe(all.filter(({ said }) => said !== undefined).length);
        expect(sum(({ recall }) => recall.hits)).toBe(right.hits);
        expect(sum(({ precision }) => precision.hits)).toBe(right.hits);
      }),
    );
  });

  test('does not hang on the order of the cases', () => {
    fc.assert(
      fc.property(told, (all) => {
        const forth = scoreClassification(all.map(aCase));
        expect(scoreClassification(all.toReversed().map(aCase))).toEqual(forth);
      }),
    );
  });

  test('takes a case with no usable answer for wrong, in the category and in every field', () => {
    const { right, fields } = scoreClassification([aCase({ wanted: 'spam', said: undefined })]);
    expect(right).toMatchObject({ hits: 0, of: 1 });
    expect(fields.language).toMatchObject({ hits: 0, of: 1 });
  });

  test('leaves out of a field what careful readers may differ on', () => {
    expect(scoreClassification([aCase({ wanted: 'spam', said: 'spam' })]).fields.urgency).toMatchObject({
      of: 0,
      share: null,
    });
  });

  test('tells those rightly unsure from those unsure without need', () => {
    const { rightlyUnsure, needlesslyUnsure } = scoreClassification([
      aCase({ wanted: 'other', said: 'other', unsure: true, confidence: 0.3 }),
      aCase({ wanted: 'other', said: 'other', unsure: true, confidence: 0.7 }),
      aCase({ wanted: 'sales', said: 'sales', confidence: 0.69 }),
      aCase({ wanted: 'sales', said: 'sales', hard: true, confidence: 0.1 }),
      aCase({ wanted: 'sales', said: 'sales' }),
    ]);
    expect(rightlyUnsure).toMatchObject({ hits: 1, of: 2 });
    expect(needlesslyUnsure).toMatchObject({ hits: 1, of: 2 });
  });

  test('gives what an ambiguous mail may be as well apart from what it is', () => {
    const ambiguous = aCase({ wanted: 'other', said: 'spam' });
    ambiguous.given.expected.alsoCategory = ['spam'];
    const { right, rightOrBearable } = scoreClassification([ambiguous]);
    expect([right.hits, rightOrBearable.hits]).toEqual([0, 1]);
  });
});

test('an interval holds its share, lies between 0 and 1, and is narrower of more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (of, some) => {
      const hits = some % (of + 1);
      const { share, low, high } = shareOf(hits, of);
      expect(low).toBeLessThanOrEqual((share ?? 0) + 1e-12);
      expect(high).toBeGreaterThanOrEqual((share ?? 0) - 1e-12);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      const wider = shareOf(hits * 4, of * 4);
      expect(wider.high - wider.low).toBeLessThan(high - low);
    }),
  );
});

test('a quantile is one of the values, and none is over the last', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(3);
  expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  expect(quantile([], 0.5)).toBe(0);
});

test('a cost with an unknown part is unknown, and never 0', () => {
  const known = (micros: number) => ({ kind: 'known', micros, currency: 'USD' }) as const;
  expect(sumOf([known(3), known(4)])).toEqual(known(7));
  expect(sumOf([known(3), { kind: 'unknown' }, known(4)])).toEqual({ kind: 'unknown' });
});

test('a draft that never came fails, and letters are counted once by check', () => {
  const given = { hard: false } as never;
  const letter = { subject: 's', text: 't', confidence: 1 };
  const twice = [
    { check: 'tone', what: 'a' },
    { check: 'tone', what: 'b' },
  ];
  const score = scoreDrafts([
    { given, answer: undefined, faults: [], unfounded: [] },
    { given, answer: letter, faults: twice, unfounded: [] },
    { given, answer: letter, faults: [], unfounded: [] },
  ]);
  expect(score.right).toMatchObject({ hits: 1, of: 3 });
  expect(score.faults).toEqual([{ check: 'tone', letters: 1 }]);
  expect(score.founded).toMatchObject({ hits: 2, of: 2 });
});
