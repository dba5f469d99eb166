import { type Cue, isSure } from '../names/cues-in.ts';
import { isEnglishWord } from '../names/dictionary.ts';
import { isFirstName, surnames } from '../names/name-lists.ts';
import { isFunctionWord, isOrdinary } from '../names/ordinary-words.ts';
import { particles } from '../names/particles.ts';
import { isCapitalised, type Word } from '../names/words.ts';
import { latin } from '../views/latin.ts';

const longestName = 5;

/** A word of a text, by its place among the others. */
export interface Place {
  text: string;
  words: readonly Word[];
  index: number;
}

interface Start extends Place {
  /** What is said right before that a name begins here. */
  said: Cue | undefined;
}

/** The capitalised words from here on that stand on one line beside each other, with what joins names. */
export function nameRun({ text, words, index, said }: Start): Word[] {
  const isSaid = isSure(said);
  const run: Word[] = [];
  for (const word of words.slice(index, index + longestName)) {
    const previous = run.at(-1);
    if (previous && !isJoined(text, previous, word)) break;
    const isTitled = (said === 'title' || said === 'self') && mayBeTitled(word, run, said);
    if (!isTitled && !isInitial(text, word) && !mayBePart(word, { previous, place: run.length, isSaid })) break;
    run.push(word);
  }
  while (particles.has(run.at(-1)?.folded ?? '') && !isCapitalised(run.at(-1) as Word)) run.pop();
  return run;
}

/** Behind a title a word of every day; where somebody says how they are called, also in small letters. */
function mayBeTitled(word: Word, run: readonly Word[], said: Cue): boolean {
  if (isCapitalised(word)) return run.length === 0 && !isFunctionWord(word.folded);
  return (
    said === 'self' &&
    run.every((one) => !isCapitalised(one)) &&
    word.folded.length > 2 &&
    !isOrdinary(word.folded) &&
    !isEnglishWord(word.folded)
  );
}

function isJoined(text: string, previous: Word, word: Word): boolean {
  const gap = text.slice(previous.end, word.start);
  if (gap === ' ') return true;
  if (gap === " '") return word.text === 't';
  if (gap === '\n') return isFirstName(previous.folded) && surnames.has(word.folded);
  if (/^\. ?$/.test(gap)) return previous.text.length <= 2;
  const [last, first] = [previous.folded, word.folded];
  return gap === ', ' && surnames.has(last) && !isFirstName(last) && isFirstName(first);
}

function isInitial(text: string, word: Word): boolean {
  return /^\p{Lu}$/u.test(word.text) && /^\. ?\p{Lu}/u.test(text.slice(word.end, word.end + 3));
}

/** Both with capitals; or both small, and no word of every day. */
function isAlike(word: Word, previous: Word | undefined): boolean {
  if (isCapitalised(word)) return true;
  return previous !== undefined && !isCapitalised(previous) && !isOrdinary(word.folded) && !isEnglishWord(word.folded);
}

interface Beside {
  previous: Word | undefined;
  place: number;
  isSaid: boolean;
}

function mayBePart(word: Word, { previous, place, isSaid }: Beside): boolean {
  const folded = word.folded;
  if (isSaid && place === 1 && isFirstName(previous?.folded ?? '') && isAlike(word, previous)) return true;
  if (isParticle(word, { place, isSaid })) return true;
  const isListed = isFirstName(folded) || surnames.has(folded);
  if (!isCapitalised(word)) return isSaid && isListed && !isOrdinary(folded);
  if (isShout(word) && word.text.length < shortestOf({ isListed, isSaid })) return false;
  return !isOrdinary(folded) || (place > 0 && surnames.has(folded)) || (isFirstName(folded) && place === 0);
}

function isShoutedLetter(text: string): boolean {
  return text === text.toUpperCase();
}

function isParticle({ text, folded }: Word, { place, isSaid }: Omit<Beside, 'previous'>): boolean {
  if (particles.has(folded) && !(text.length === 1 && isShoutedLetter(text)))
    return place > 0 || isSaid || /^(?:van|von|de|del|di|da)$/.test(folded);
  return place > 0 && hasParticle.test(text);
}

/** `al-Hashimi`, `d'Aubigny`; and a name cut off behind its first letter, which is no A and no I. */
const hasParticle = latin(/^(?:(?:al|el|d|l|t)['-]\p{Lu}.*|[B-HJ-Z\u00c0-\u00de])$/u);

function isShout({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

/** Shorter words in capitals are short for something. */
const shortestShout = 5;

function shortestOf({ isListed, isSaid }: { isListed: boolean; isSaid: boolean }): number {
  if (isListed) return isSaid ? 0 : 3;
  return isSaid ? shortestShout : Number.POSITIVE_INFINITY;
}
