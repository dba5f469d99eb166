import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import type { DraftCase } from '#governance/evaluation/cases/draft-case.ts';
import { readCaseFile } from '#governance/evaluation/cases/read-case-file.ts';
import { checkLetter } from '#governance/evaluation/letters/check-letter.ts';
import { foreignIn } from '#governance/evaluation/letters/foreign.ts';
import { sentencesOf, stands } from '#governance/evaluation/letters/plain-text.ts';
import { type LetterWords, readLetterWords } from '#governance/evaluation/letters/read-letter-words.ts';
import { repositoryRoot } from '#platform/config/index.ts';

const registryFolder = join(repositoryRoot, 'registry');
const Line = DraftedReply.extend({ id: z.string(), fails: z.array(z.string()) });

/** Letters to cases of the development half, with the checks that each of them fails. */
const letters = (await readFile(join(import.meta.dirname, 'letter-selftest.jsonl'), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => Line.parse(JSON.parse(line)));

let words: LetterWords;
let cases: readonly DraftCase[];

beforeAll(async () => {
  words = await readLetterWords(registryFolder);
  const prompts = ['triage-enquiry/draft-reply', 'answer-order-status/draft-order-reply'];
  const files = await Promise.all(
    prompts.map((prompt) => readCaseFile(registryFolder, { prompt, half: 'development', answer: 'drafted_reply' })),
  );
  cases = files.flatMap((file) => file.cases);
});

test.each(letters.map((letter, index) => [index + 1, letter] as const))(
  'letter %i fails those checks that it was written to fail, and no other',
  (_number, { id, fails, ...letter }) => {
    const given = cases.find((each) => each.id === id);
    const found = given ? checkLetter(letter, given, words) : [];
    expect(given).toBeDefined();
    expect([...new Set(found.map(({ check }) => check))].toSorted()).toEqual(fails);
  },
);

describe('what is foreign to a letter', () => {
  const material = {
    facts: {
      order: {
        ...{ number: 'AF-108610', status: 'shipped', total: 129_900, currency: 'EUR' },
        items: [{ name: 'Lamp', quantity: 3, unitPrice: 43_300 }],
        ...{ placedAt: '2026-11-02T11:40:00.000Z', expectedAt: '2026-11-25T17:00:00.000Z' },
      },
    },
    subject: 'Lamp',
    text: 'It was to come on the 20th of November, by Parcelway.',
  };

  test.each([
    'Order AF-108610 came to 1,299.00 EUR, each lamp to 433 EUR.',
    'It should be there on Wednesday, 25 November 2026 (25.11.).',
    'You wrote of 20 November, and of Parcelway.',
    'The order number looks like AF-104512.',
  ])('is nothing that stands in facts or mail: %s', (text) => {
    expect(foreignIn(text, material, words)).toEqual([]);
  });

  test.each([
    ['It comes on 27 November.', ['number 27', 'date 27.11.']],
    ['Es kommt am 4. Dezember.', ['number 4', 'date 4.12.']],
    ['It comes on Sunday.', ['weekday sunday']],
    ['Nordlicht brings it.', ['carrier Nordlicht Logistik']],
    ['Write to help@alder.example.', ['address help@alder.example']],
    ['We take 14 EUR off.', ['number 14']],
  ])('is what does not: %s', (text, found) => {
    expect(foreignIn(text, material, words)).toEqual(found);
  });
});

test('words stand where no digit and, but in German and Dutch, no letter goes before them', () => {
  expect(stands('sorry', 'We are SORRY.', { inside: false })).toBe(true);
  expect(stands('lamp', 'a headlamp', { inside: false })).toBe(false);
  expect(stands('lampe', 'die Stehlampe', { inside: true })).toBe(true);
  expect(stands('e-mail', 'by e\u2011mail', { inside: false })).toBe(true);
  expect(stands('2.6', '12.6', { inside: true })).toBe(false);
  expect(stands('0.6', '0.65', { inside: false })).toBe(false);
});

test('the dot of a day ends no sentence', () => {
  expect(sentencesOf('Es kommt am 3. Dezember. Ist das gut?\nJa')).toEqual([
    'Es kommt am 3 Dezember.',
    'Ist das gut?',
    'Ja',
  ]);
});
