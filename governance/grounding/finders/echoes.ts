import { type Finder, unfounded } from '../finding.ts';
import { type Clause, type Reading, taken } from '../reading.ts';
import { type Span, spanOf } from '../span.ts';
import { isSupposed } from './supposed.ts';

const fewest = 5;
const word = /[\p{L}\p{N}]+/gu;

const dictated = 'These are the words of the customer’s mail, and no record’s.';
/** A state that a mail shouts at whoever obeys it. */
const shouted = /(?<![\p{L}\p{N}-])\p{Lu}{4,}(?![\p{L}\p{N}-])/gu;

/** Words that the customer's mail dictates: what it says is no record, however it comes into the letter. */
export const echoes: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { askedText }) {
    const asked = ` ${wordsOf(askedText).join(' ')} `;
    for (const clause of reading.clauses) {
      const said = { ...clause, text: reading.rest.slice(clause.start, clause.end) };
      if (!isDictated(said, asked) || isSupposed(reading, clause) || isQuoted(reading.text, clause)) continue;
      const start = clause.start + clause.text.search(/\S/);
      const span = { start, end: clause.start + clause.text.trimEnd().length };
      yield unfounded('promise', span, dictated);
    }
    for (const sentence of reading.sentences) {
      const said = { ...sentence, text: reading.rest.slice(sentence.start, sentence.end) };
      if (!isDictated(said, asked) || isQuoted(reading.text, sentence) || isPartlySupposed(reading, sentence)) continue;
      yield unfounded('promise', { start: sentence.start + sentence.text.search(/\S/), end: sentence.end }, dictated);
    }
    for (const match of reading.rest.matchAll(shouted))
      if (new RegExp(`(?<!\\p{L})${match[0]}(?!\\p{L})`, 'u').test(askedText) && !isQuoted(reading.text, spanOf(match)))
        yield unfounded('promise', spanOf(match), dictated);
  },
};

function isPartlySupposed(reading: Reading, { start, end }: Clause): boolean {
  return reading.clauses.some((clause) => clause.start >= start && clause.end <= end && isSupposed(reading, clause));
}

function isDictated({ text }: Clause, asked: string): boolean {
  return text.split(taken).some((part) => {
    const words = wordsOf(part);
    return words.some(
      (_, from) => from + fewest <= words.length && asked.includes(` ${words.slice(from, from + fewest).join(' ')} `),
    );
  });
}

function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(word)].map(([found]) => found);
}

/** What stands in quotation marks is said back as what it is. */
function isQuoted(text: string, { start, end }: Span): boolean {
  return /["“„»«‘]/.test(text.slice(Math.max(0, start - 1), end));
}
