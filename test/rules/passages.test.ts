import { describe, expect, test } from 'vitest';
import { cutPassages } from '#governance/knowledge/cut-passages.ts';
import { expandQuestion } from '#governance/knowledge/expand-question.ts';
import type { Block } from '#platform/documents/read-document.ts';

const sizes = { most: 40, mostOfTable: 120 };
const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text });
const words = (text: string): Block => ({ kind: 'words', text });
const cut = (...blocks: Block[]) => cutPassages(blocks, sizes);

describe('cutting a document', () => {
  test('what stands under one heading is one passage, which names the headings above it', () => {
    const { passages } = cut(
      heading(1, 'Care'),
      words('Dust it.'),
      heading(2, 'Oak'),
      words('Oil it.'),
      words('Wipe it.'),
      heading(1, 'Law'),
      words('None.'),
    );
    expect(passages.map(({ number, headings, text }) => [number, headings, text])).toEqual([
      [1, ['Care'], 'Dust it.'],
      [2, ['Care', 'Oak'], 'Oil it.\n\nWipe it.'],
      [3, ['Law'], 'None.'],
    ]);
  });

  test('every passage is the part of the text that its offsets say', () => {
    const long = 'One sentence here. Another one follows it. And a third one, which is longer than the others are.';
    const { text, passages } = cut(heading(1, 'Ä'), words(long), { kind: 'table', text: 'a | b\nc | d' });
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    expect(passages.map((passage) => passage.text).join(' ')).toContain('Another one follows it.');
    expect(passages.every((passage) => passage.text.length <= 120)).toBe(true);
  });

  test('a long text is cut between sentences, and a table stays together', () => {
    const table: Block = { kind: 'table', text: 'what | price\nlamp | 149\nchair | 469\ntable | 749\nstool | 115' };
    expect(
      cut(words('The first sentence is here. The second one is there.'), heading(1, 'Prices'), table).passages.map(
        ({ text }) => text,
      ),
    ).toEqual(['The first sentence is here.', 'The second one is there.', table.text]);
  });

  test('characters that no database keeps are left out', () => {
    expect(cut(words('a\u0000b')).text).toBe('ab');
  });
});

describe('a question', () => {
  const synonyms = {
    en: {
      same: [
        ['return', 'send back'],
        ['lamp', 'light'],
      ],
      empty: ['please', 'how'],
    },
    de: { same: [['Lampe', 'Leuchte']], empty: [] },
  };
  const expand = (question: string) => expandQuestion(question, { synonyms, ofSynonyms: 0.5 });

  test('is searched for by the words that mean the same too, which count less, and as one thing with them', () => {
    expect(expand('How do I send it back, please?').en).toEqual([
      { word: 'do', meaning: 'do', weight: 1 },
      { word: 'i', meaning: 'i', weight: 1 },
      { word: 'send', meaning: 'return', weight: 1 },
      { word: 'it', meaning: 'it', weight: 1 },
      { word: 'back', meaning: 'return', weight: 1 },
      { word: 'return', meaning: 'return', weight: 0.5 },
    ]);
  });

  test('has the synonyms of each language in that language alone', () => {
    expect(expand('Lampe').de.map(({ word }) => word)).toEqual(['lampe', 'leuchte']);
    expect(expand('Lampe').other).toEqual([{ word: 'lampe', meaning: 'lampe', weight: 1 }]);
  });

  test('is no synonym where only one word of several is said', () => {
    expect(expand('Can I look back?').en.map(({ word }) => word)).not.toContain('return');
  });
});
