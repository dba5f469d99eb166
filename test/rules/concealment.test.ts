import { describe, expect, test } from 'vitest';
import { type AnswerName, answerSchemas } from '#contracts/answers/index.ts';
import { concealedTypes } from '#contracts/concealed-types.ts';
import { DataCategory } from '#contracts/data-category.ts';
import { promptInputs } from '#contracts/prompts/index.ts';
import { PersonalType } from '#contracts/redaction.ts';
import { concealFilling } from '#governance/concealment/conceal-filling.ts';
import { restoreAnswer } from '#governance/concealment/restore-answer.ts';

const mara = { kind: 'person', name: 'Mara Whitfield', email: 'mara@example.org' } as const;
const known = { parties: [mara], fields: [{ type: 'email', value: mara.email } as const], placeholders: [] };
const order = { number: 'AF-104512', status: 'shipped', items: [], total: 1, currency: 'EUR', placedAt: '2026-03-01' };
const values = {
  facts: { situation: 'order-found', customerName: 'Mara Whitfield', attempt: 1, order },
  subject: 'Where is AF-104512? Mara',
  text: 'I am Mara Whitfield.\nYou may write to mara@example.org.\nMy card is 4111 1111 1111 1111.',
};

function concealed(filling = values, placeholders = known.placeholders) {
  const outcome = concealFilling({ schema: promptInputs.reply_material, values: filling }, { ...known, placeholders });
  if (outcome.kind === 'doubtful') throw new Error('nobody is sure of it');
  return outcome;
}

describe('what a prompt is filled with', () => {
  test('leaves without names, addresses and numbers of cards, and keeps what tells of an order', () => {
    expect(concealed().values).toEqual({
      facts: { situation: 'order-found', customerName: '[PERSON_1]', attempt: 1, order },
      subject: 'Where is AF-104512? [PERSON_1]',
      text: 'I am [PERSON_1].\nYou may write to [EMAIL_1].\nMy card is [CARD_1].',
    });
  });

  test('has the same placeholders when it is made once more, and in later texts of the run', () => {
    const first = concealed();
    const again = concealFilling(
      { schema: promptInputs.reply_material, values },
      { ...known, placeholders: first.placeholders },
    );
    expect(again).toEqual(first);
    const later = concealFilling(
      { schema: promptInputs.customer_words, values: { subject: '', text: 'Mara again, with Jonas Petersen' } },
      { ...known, placeholders: first.placeholders },
    );
    expect(later).toMatchObject({ values: { text: '[PERSON_1] again, with [PERSON_2]' } });
  });

  test('leaves the numbers of its order in the letter, and those of the form that the firm gives out', () => {
    const text = 'AF-104512, then AF-104513, and my contract 7741-203-9';
    const spared = { numbers: [], forms: ['\\bAF-\\d{6}\\b'] };
    const filled = { schema: promptInputs.reply_material, values: { ...values, text } };
    expect(concealFilling(filled, known)).toMatchObject({
      values: { text: 'AF-104512, then [REFERENCE_1], and my contract [REFERENCE_2]' },
    });
    expect(concealFilling(filled, { ...known, spared })).toMatchObject({
      values: { text: 'AF-104512, then AF-104513, and my contract [REFERENCE_1]' },
    });
  });

  test('is looked through as a whole where nobody said what its fields are', () => {
    const outcome = concealFilling({ schema: undefined, values: { facts: { note: 'mara@example.org' } } }, known);
    expect(outcome).toMatchObject({ values: { facts: { note: '[EMAIL_1]' } } });
  });

  test.each([
    ['too long', { ...values, text: 'a'.repeat(300_000) }, {}],
    ['of broken characters', { ...values, text: 'a\ud800' }, {}],
    ['looked at by something that fails', values, { recognisers: [failing] }],
  ])('is doubted where it is %s, and nothing of it is left', (_, filling, parts) => {
    const outcome = concealFilling({ schema: promptInputs.reply_material, values: filling }, known, parts);
    expect(outcome.kind).toBe('doubtful');
    expect(outcome).not.toHaveProperty('values');
  });
});

const failing = {
  name: 'failing',
  weight: 1,
  find: () => {
    throw new Error('broken');
  },
};

describe('an answer', () => {
  const { placeholders } = concealed();
  const restored = (name: AnswerName, answer: object) =>
    restoreAnswer<object>({ schema: answerSchemas[name], answer }, placeholders);

  test('gets back what a letter may tell, and neither cards nor what was never given out', () => {
    const letter = { subject: 'Re: [PERSON_1]', text: 'Dear [PERSON_1], [EMAIL_1] [CARD_1] [PERSON_9]', confidence: 1 };
    expect(restored('drafted_reply', letter)).toEqual({
      answer: {
        subject: 'Re: Mara Whitfield',
        text: 'Dear Mara Whitfield, mara@example.org [CARD_1] [PERSON_9]',
        confidence: 1,
      },
      left: ['[CARD_1]', '[PERSON_9]'],
    });
  });

  test('names a number of nobody where a number of the record may stand, and nowhere else', () => {
    const { placeholders: given } = concealed({ ...values, text: 'about 7741-203-9' });
    const sorted = { category: 'sales', reason: '[REFERENCE_1]', orderNumber: '[REFERENCE_1]' };
    const schema = answerSchemas.enquiry_classification;
    expect(restoreAnswer<object>({ schema, answer: sorted }, given).answer).toEqual({
      ...sorted,
      orderNumber: '7741-203-9',
    });
  });

  test('tells nobody by name in a field that may not', () => {
    const sorted = { category: 'sales', reason: '[PERSON_1] asks', orderNumber: 'AF-104512' };
    expect(restored('enquiry_classification', sorted)).toEqual({ answer: sorted, left: [] });
  });
});

test('each type that is taken out belongs to one category of data', () => {
  const types = DataCategory.options.flatMap((category) => concealedTypes([category]));
  expect(types.toSorted()).toEqual(PersonalType.options.toSorted());
});
