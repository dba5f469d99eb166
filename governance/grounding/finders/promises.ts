import { type Finder, matching, unfounded } from '../finding.ts';
import type { Clause } from '../reading.ts';
import { commits, hedges, type Promised, promiseNames, promises as promiseWords } from '../words/promise-words.ts';

/** What the firm would be held to. Only its own texts can found it: no order promises anything. */
export const promises: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses)
      for (const { promised, ...span } of promisedIn(clause)) {
        const isKnown = ground.trusted.promises.has(promised);
        yield isKnown
          ? matching('promise', span, 'A text of the firm says so.')
          : unfounded('promise', span, `No record has ${promiseNames[promised]}.`);
      }
  },
};

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
