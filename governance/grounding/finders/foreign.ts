import { type Finder, unfounded } from '../finding.ts';
import { lettersDo, thingsDo } from '../words/english-verbs.ts';
import { plainWords } from '../words/plain-words.ts';
import { isOneOf } from '../words/verb-forms.ts';

/** Letters of a script that is not ours. */
const otherScript = /(?:(?=\p{L})\P{Script=Latin}){2,}/gu;
const lowerCase = /(?<![\p{L}'’-])\p{Ll}[\p{L}'’]*/gu;
const fewest = 5;

/** Sentences in a language or a script that no finder knows. */
export const foreign: Finder = {
  isAboutWholeClauses: true,
  *find(reading) {
    for (const match of reading.rest.matchAll(otherScript)) yield unknown(match.index, match.index + match[0].length);
    for (const { text, start, end } of reading.sentences) {
      const words = [...reading.rest.slice(start, end).matchAll(lowerCase)].map(([word]) => word);
      if (words.length >= fewest && !words.some(isPlain))
        yield unknown(start + text.search(/\S/), start + text.trimEnd().length);
    }
  },
};

function isPlain(word: string): boolean {
  return plainWords.has(word.replace(/['’]\p{L}+$/u, '')) || isOneOf(word, lettersDo) || isOneOf(word, thingsDo);
}

function unknown(start: number, end: number) {
  return unfounded('unreadable', { start, end }, 'This is in a language that is not checked.');
}
