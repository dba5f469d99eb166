import { type Finder, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Clause } from '../reading.ts';
import { commits, hedges, type Promised, promiseNames, promises as promiseWords } from '../words/promise-words.ts';

/** What the firm would be held to. Only its own texts can found it: no order promises anything. */
export const promises: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses)
      for (const { promised, ...span } of promisedIn(clause)) {
        const isKnown =
          isOfFirmsText(ground, promised, reading.text.slice(span.start, span.end)) && !isWidened(ground, clause);
        yield isKnown
          ? matching('promise', span, 'A text of the firm says so.')
          : unfounded('promise', span, `No record has ${promiseNames[promised]}.`);
      }
  },
};

const shortest = 5;

function isOfFirmsText({ trusted }: Ground, promised: Promised, words: string): boolean {
  const stems = words.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  if (trusted.promises.has(promised)) return true;
  return ofDeeds.has(promised) && stems.some((word) => trusted.records.includes(word.slice(0, shortest)));
}

/** Of these a text of the firm may speak in other words. */
const ofDeeds: ReadonlySet<Promised> = new Set(['return', 'replacement', 'guarantee', 'call']);

const always =
  /(?<!\p{L})(?:always|any|all|every|everything|any time|immer|jede[rnms]?|alle[rnms]?|jederzeit|stets|unlimited|forever|lifetime|for life|lebenslang\p{L}*|unbegrenzt\p{L}*)(?!\p{L})/giu;

/** Always free, where the firm says free from a sum on. */
function isWidened({ trusted }: Ground, { text }: Clause): boolean {
  return [...text.matchAll(always)].some(([word]) => !trusted.records.includes(word.toLowerCase()));
}

function* promisedIn(clause: Clause) {
  for (const { promised, pattern, isEnough = false } of promiseWords) {
    const match = pattern.exec(clause.text);
    if (!match) continue;
    const isMeant = !hedges.test(clause.text) && (isEnough || commits.test(clause.text));
    if (isMeant)
      yield { promised, start: clause.start + match.index, end: clause.start + match.index + match[0].length };
  }
}

/** What a text speaks of that could be promised, wished for or not. */
export function promisesNamedIn(clauses: readonly Clause[]): Promised[] {
  return promiseWords
    .filter(({ pattern }) => clauses.some(({ text }) => pattern.test(text)))
    .map(({ promised }) => promised);
}
