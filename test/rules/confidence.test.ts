import { describe, expect, test } from 'vitest';
import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import type { AnswerToken } from '#contracts/ports/model.ts';
import { choiceCertainty } from '#governance/confidence/choice-certainty.ts';
import { confidenceIn } from '#governance/confidence/index.ts';

const classified: EnquiryClassification = {
  category: 'refund',
  urgency: 'normal',
  sentiment: 'negative',
  confidence: 0.9,
  reason: 'they want their money back',
  language: 'en',
  orderNumber: 'AF-104512',
};

/** As a model writes it, with the tokens it says it in. */
function saidIn(pieces: readonly (readonly [string, number])[]): { text: string; tokens: AnswerToken[] } {
  const tokens = pieces.map(([token, probability]) => ({ token, logProbability: Math.log(probability) }));
  return { text: pieces.map(([token]) => token).join(''), tokens };
}

describe('how likely a choice was', () => {
  const said = saidIn([
    ['{"cat', 1],
    ['egory"', 0.1],
    [': "', 1],
    ['ref', 0.6],
    ['und', 0.9],
    ['", "urgency": "', 1],
    ['normal', 0.3],
    ['"}', 0.2],
  ]);

  test('is that of the pieces of its value, and of no other', () => {
    expect(choiceCertainty(said, ['category'])).toBeCloseTo(0.54, 6);
    expect(choiceCertainty(said, ['urgency'])).toBeCloseTo(0.3 * 0.2, 6);
  });

  test('is of several choices the least', () => {
    expect(choiceCertainty(said, ['category', 'urgency'])).toBeCloseTo(0.06, 6);
  });

  test('is found inside a fence around the answer', () => {
    const fenced = { text: said.text, tokens: [{ token: '```json\n', logProbability: -3 }, ...said.tokens] };
    expect(choiceCertainty(fenced, ['category'])).toBeCloseTo(0.54, 6);
  });

  test('is not known where the pieces are of another text, or the field is missing', () => {
    expect(choiceCertainty({ text: '{"category": "other"}', tokens: said.tokens }, ['category'])).toBeUndefined();
    expect(choiceCertainty(said, ['sentiment'])).toBeUndefined();
    expect(
      choiceCertainty({ text: 'no JSON {', tokens: [{ token: 'no JSON {', logProbability: 0 }] }, ['category']),
    ).toBeUndefined();
    expect(choiceCertainty(said, [])).toBeUndefined();
  });
});

describe('confidence in an answer', () => {
  const shown = { variables: { text: 'Where is af-104512?' }, orderNumberPattern: '\\bAF-\\d{6}\\b' };
  const given = {
    name: 'enquiry_classification',
    answer: classified,
    text: '{}',
    tokens: undefined,
    ...shown,
  } as const;

  test('is what the model says, where nothing else speaks', () => {
    expect(confidenceIn(given)).toEqual({ value: 0.9, said: 0.9, failed: [] });
  });

  test('is no more than how likely its choice was', () => {
    const said = saidIn([
      ['{"category":"', 1],
      ['refund', 0.4],
      ['"}', 1],
    ]);
    const confidence = confidenceIn({ ...given, ...said });
    expect(confidence.value).toBeCloseTo(0.4, 6);
    expect(confidence).toMatchObject({ said: 0.9, choices: confidence.value });
  });

  test('is none in one that names an order which nobody showed the model', () => {
    const answer = { ...classified, orderNumber: 'AF-999999' };
    expect(confidenceIn({ ...given, answer })).toEqual({ value: 0, said: 0.9, failed: ['orderNumber'] });
    const letter = { subject: 'Your order', text: 'AF-104512 is on its way, AF-104513 too.', confidence: 0.8 };
    expect(confidenceIn({ ...given, name: 'drafted_reply', answer: letter }).failed).toEqual(['text']);
  });

  test('holds a letter to no numbers where the firm told no pattern of them', () => {
    const letter = { subject: 'Your order', text: 'AF-104513 is on its way.', confidence: 0.8 };
    const asked = { ...given, name: 'drafted_reply', answer: letter, orderNumberPattern: undefined } as const;
    expect(confidenceIn(asked)).toEqual({ value: 0.8, said: 0.8, failed: [] });
  });
});
