import { describe, expect, test } from 'vitest';
import { costOf } from '#governance/ask/cost.ts';
import { parseAnswer } from '#governance/ask/parse-answer.ts';

const reply = { subject: 'Re: Your order', text: 'It comes tomorrow.', confidence: 0.9 };

function problemOf(text: string): string {
  const parsed = parseAnswer(text, 'drafted_reply');
  return parsed.kind === 'unusable' ? parsed.problem : 'none';
}

describe('the answer of a model', () => {
  test('is taken where it has exactly the form that was asked for', () => {
    expect(parseAnswer(JSON.stringify(reply), 'drafted_reply')).toEqual({ kind: 'usable', answer: reply });
  });

  test.for([
    { what: 'no JSON', text: 'Well, let me think.', problem: /^not JSON/ },
    { what: 'JSON in words', text: `Here you are: ${JSON.stringify(reply)}`, problem: /^not JSON/ },
    { what: 'a missing field', text: JSON.stringify({ ...reply, text: undefined }), problem: /^\/text/ },
    { what: 'a field nobody asked for', text: JSON.stringify({ ...reply, to: 'x@y.example' }), problem: /to/ },
    { what: 'a confidence over 1', text: JSON.stringify({ ...reply, confidence: 1.2 }), problem: /^\/confidence/ },
    { what: 'an empty text', text: JSON.stringify({ ...reply, text: '' }), problem: /^\/text/ },
    {
      what: 'a subject that would add a header',
      text: JSON.stringify({ ...reply, subject: 'Re\r\nBcc: x@y.example' }),
      problem: /^\/subject/,
    },
    { what: 'a NUL in the text', text: JSON.stringify({ ...reply, text: 'a\0b' }), problem: /^\/text/ },
    { what: 'a list', text: '[]', problem: /./ },
    { what: 'null', text: 'null', problem: /./ },
  ])('with $what is not used, and the model is told why', ({ text, problem }) => {
    expect(problemOf(text)).toMatch(problem);
  });

  test('names at most ten of its mistakes', () => {
    expect(
      problemOf(
        JSON.stringify(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`field${index}`, index]))),
      ).split('; ').length,
    ).toBeLessThanOrEqual(10);
  });
});

describe('what a call cost', () => {
  const used = { inputTokens: 1_500, outputTokens: 300 };
  const price = { currency: 'USD', input: 2_000_000, output: 8_000_000, source: 'a contract' };
  const model = { name: 'm', provider: 'p', model: 'm-1', region: 'eu', rehearsal: false };

  test('follows from the tokens and the price of the registry, in millionths', () => {
    expect(costOf({ ...model, price }, used)).toEqual({ kind: 'known', micros: 5_400, currency: 'USD' });
  });

  test('is rounded up, so that no call looks free', () => {
    expect(costOf({ ...model, price }, { inputTokens: 0, outputTokens: 1 })).toEqual({
      kind: 'known',
      micros: 8,
      currency: 'USD',
    });
    expect(costOf({ ...model, price: { ...price, output: 1 } }, { inputTokens: 0, outputTokens: 1 })).toMatchObject({
      micros: 1,
    });
  });

  test('is unknown where the registry has no price, and never zero', () => {
    expect(costOf({ ...model, price: null }, used)).toEqual({ kind: 'unknown' });
  });
});
