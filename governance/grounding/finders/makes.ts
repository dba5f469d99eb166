import { type Finder, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Reading } from '../reading.ts';
import { thingsIn } from '../things.ts';
import { makeNamed } from '../words/makes.ts';
import { isSupposed } from './supposed.ts';

const word = /(?<![\p{L}-])\p{L}+(?:-\p{L}+)?(?![\p{L}])/gu;

/** What an article is made of, or its colour: oak where the record has ash. */
export const makes: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    if (!ground.order) return;
    const known = knownIn(ground);
    for (const match of reading.rest.matchAll(word)) {
      const make = makeNamed(match[0]);
      if (!make || known.some((text) => make.some((name) => text.includes(name)))) continue;
      const isName = reading.language === 'en' && /^\p{Lu}/u.test(match[0]);
      const isOfGlass = !/^(?:clear|round|square|matt)$/i.test(match[0]) || ofArticle.test(behind(reading.rest, match));
      if (
        !isOfThing(reading, match.index) ||
        isName ||
        !isOfGlass ||
        isSupposed(reading, reading.clauseAt(match.index))
      )
        continue;
      yield unfounded('name', { start: match.index, end: match.index + match[0].length }, 'No record has this make.');
    }
  },
};

/** A grey Tuesday is no lamp. */
function isOfThing(reading: Reading, at: number): boolean {
  const { text } = reading.sentenceAt(at);
  return (
    thingsIn(text).length > 0 || /(?:made (?:of|from)|aus massiv\p{L}*|comes in|available in|gibt es)/iu.test(text)
  );
}

/** Clear glass, and not a clear answer. */
const ofArticle = /^\s(?:glass|glas|table|lamp|light|mirror|shade|oak|wood|finish)/i;

function behind(text: string, match: RegExpExecArray): string {
  return text.slice(match.index + match[0].length, match.index + match[0].length + 12);
}

function knownIn({ order, trusted, askedText }: Ground): string[] {
  return [...(order?.items ?? []).map(({ name }) => name), trusted.text, trusted.records, askedText].map((text) =>
    text.toLowerCase(),
  );
}
