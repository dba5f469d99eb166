import { foldName } from '../names/fold-name.ts';
import { cueAfter, likelyCues, sureCues } from '../names/name-cues.ts';
import { endsAsSurname, firstNames, surnames } from '../names/name-lists.ts';
import { isOrdinary, placeNames, thingWords } from '../names/ordinary-words.ts';
import { isCapitalised, type Word, wordsOf } from '../names/words.ts';
import type { Recogniser } from './recogniser.ts';

const particles = new Set(
  'van von de der den del della delle di da do dos du la le ten ter te zu zum el al bin ibn y e vom op het mac st ni nic o ua le la les dos af av'.split(
    ' ',
  ),
);
const longestName = 5;

type Cue = 'sure' | 'likely';

/** Names of people, by lists, by their form and by what stands before them. What it finds is measured, never complete. */
export const person: Recogniser = {
  name: 'person',
  weight: 1,
  *find(text) {
    const words = wordsOf(text);
    const cues = cuesIn(text);
    for (let index = 0; index < words.length; index += 1) {
      const said = cues.get(words[index]?.start ?? -1);
      const run = nameRun({ text, words, index, isSaid: said === 'sure' });
      const [first] = run;
      const last = run.at(-1);
      if (!first || !last) continue;
      const cue = said ?? (cueAfter.test(text.slice(last.end, last.end + 40)) ? 'likely' : undefined);
      if (isName({ text, run, words, index, cue })) {
        yield { type: 'person', start: first.start, end: last.end };
        index += run.length - 1;
      }
    }
  },
};

function cuesIn(text: string): ReadonlyMap<number, Cue> {
  const cues = new Map<number, Cue>();
  for (const pattern of likelyCues) for (const end of endsOf(text, pattern)) cues.set(end, 'likely');
  for (const pattern of sureCues) for (const end of endsOf(text, pattern)) cues.set(end, 'sure');
  return cues;
}

function* endsOf(text: string, pattern: RegExp): Generator<number> {
  for (const match of text.matchAll(pattern)) yield match.index + match[0].length;
}

interface Place {
  text: string;
  words: readonly Word[];
  index: number;
}

interface Start extends Place {
  /** Whether what stands before says that a name begins here. */
  isSaid: boolean;
}

/** The capitalised words from here on that stand on one line beside each other, with what joins names. */
function nameRun({ text, words, index, isSaid }: Start): Word[] {
  const run: Word[] = [];
  for (const word of words.slice(index, index + longestName)) {
    const previous = run.at(-1);
    if (previous && !isJoined(text, previous, word)) break;
    if (!mayBePart(word, { place: run.length, isSaid })) break;
    run.push(word);
  }
  while (particles.has(foldName(run.at(-1)?.text ?? '')) && !isCapitalised(run.at(-1) as Word)) run.pop();
  return run;
}

function isJoined(text: string, previous: Word, word: Word): boolean {
  const gap = text.slice(previous.end, word.start);
  if (gap === ' ') return true;
  if (/^\. ?$/.test(gap)) return previous.text.length <= 2;
  const [last, first] = [foldName(previous.text), foldName(word.text)];
  return gap === ', ' && surnames.has(last) && !firstNames.has(last) && firstNames.has(first);
}

function mayBePart(word: Word, { place, isSaid }: { place: number; isSaid: boolean }): boolean {
  const folded = foldName(word.text);
  if (particles.has(folded) && (place > 0 || isSaid || /^(?:van|von|de|del|di|da)$/.test(folded))) return true;
  const isListed = firstNames.has(folded) || surnames.has(folded);
  if (!isCapitalised(word)) return isSaid && isListed && !isOrdinary(folded);
  const isShout = word.text.length > 1 && word.text === word.text.toUpperCase();
  if (isShout && !isListed && (!isSaid || word.text.length < shortestShout)) return false;
  return !isOrdinary(folded) || (place > 0 && surnames.has(folded)) || (firstNames.has(folded) && place === 0);
}

/** Shorter words in capitals are short for something. */
const shortestShout = 5;

interface Run extends Place {
  run: readonly Word[];
  cue: Cue | undefined;
}

function isName({ text, run, words, index, cue }: Run): boolean {
  const folded = run.map((word) => foldName(word.text));
  const [first = ''] = folded;
  if (!isCapitalised(run[0] as Word) && cue !== 'sure') return false;
  if (isThing(text, run, words[index + run.length]) || isAbbreviation(text, run)) return false;
  if (cue === 'sure') return run.length > 1 || !isOrdinary(first) || firstNames.has(first);
  if (run.length > 1) return isFullName(folded, run, cue);
  return isLoneName(text, run[0] as Word, cue);
}

function isAbbreviation(text: string, run: readonly Word[]): boolean {
  const [only, ...others] = run;
  if (!only || others.length > 0 || only.text.length < 2 || only.text !== only.text.toUpperCase()) return false;
  return only.text.length < shortestShout || /^[-_ ]?\d/.test(text.slice(only.end, only.end + 2));
}

/** Whether what follows makes a product, a place or a firm of it. */
function isThing(text: string, run: readonly Word[], next: Word | undefined): boolean {
  const last = run.at(-1);
  if (!last || !next || text.slice(last.end, next.start).trim() !== '') return false;
  return next.start - last.end < 3 && thingWords.has(foldName(next.text));
}

function isFullName(folded: readonly string[], run: readonly Word[], cue: Cue | undefined): boolean {
  const [first = '', ...others] = folded;
  if (firstNames.has(first) && others.some((other) => !particles.has(other))) return true;
  const last = others.at(-1) ?? '';
  if (run[0]?.text.length === 1) return surnames.has(last) || (last.length > 3 && !isOrdinary(last));
  if (firstNames.has(last) && surnames.has(first)) return true;
  if (others.some((other) => firstNames.has(other)) && cue) return true;
  if (surnames.has(last) || endsAsSurname(last)) return cue === 'likely' || !isOrdinary(first);
  return cue === 'likely' && isShapely(run);
}

/** Two or three plain words with capitals, none of them from a list: a name only after "spoke to" and the like. */
function isShapely(run: readonly Word[]): boolean {
  return run.length <= 4 && run.every(({ text }) => particles.has(text) || /^\p{Lu}[\p{L}\p{M}'-]/u.test(text));
}

const article =
  /\b(?:the|a|an|our|your|this|that|der|die|das|den|dem|ein|eine|einen|le|la|les|un|une|el|los|il|lo|het|model|modell|range|in|near|around)\s$/iu;

function isLoneName(text: string, word: Word, cue: Cue | undefined): boolean {
  const folded = foldName(word.text);
  if (!firstNames.has(folded) || isOrdinary(folded) || folded.length < 3) return false;
  const words = text.slice(Math.max(0, word.start - 12), word.start);
  if (
    article.test(words) ||
    /(?<![\p{L}])(?:San|Santa|Santo|Saint|Sankt|St\.?|Los|Las|New|North|South|East|West|Port|Fort|Lake|Mount|Bad) $/u.test(
      words,
    )
  )
    return false;
  return !placeNames.has(folded) || (cue === 'likely' && !/\b(?:in|from|to|via|at|for)\s$/i.test(words));
}
