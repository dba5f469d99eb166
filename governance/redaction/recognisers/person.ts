import { cueAfter, likelyCues, selfCues, strongCueAfter, sureCues, titleCues } from '../names/name-cues.ts';
import { speakersIn } from '../names/chat-names.ts';
import { isEnglishWord } from '../names/dictionary.ts';
import { endsAsSurname, firstNames, isFirstName, surnames } from '../names/name-lists.ts';
import { isFunctionWord, isOrdinary, isThingWord, placeNames } from '../names/ordinary-words.ts';
import { particles } from '../names/particles.ts';
import { isCapitalised, type Word, wordsOf } from '../names/words.ts';
import { latin } from '../views/latin.ts';
import { alsoBy } from './named-again.ts';
import { namesByForm } from './person-forms.ts';
import { before, type Found, type Recogniser } from './recogniser.ts';
import { isUnknown, isUnknownAlone, isWholeCell, seemsGerman } from './unlisted-name.ts';

const longestName = 5;

/** After a title even a word of every day is a name, after a sure cue one that no list knows, after a likely one only one that a list knows. */
type Cue = 'title' | 'self' | 'sure' | 'likely';

/** Names of people, by lists, by their form and by what stands before them. What it finds is measured, never complete. */
export const person: Recogniser = {
  name: 'person',
  weight: 1,
  staysOnLine: true,
  *find(text) {
    const words = wordsOf(text);
    const found = [...namesByForm(text), ...speakersOf(text), ...namesByWords(text, words)];
    yield* found;
    yield* alsoBy({ text, words, found });
  },
};

function* speakersOf(text: string): Generator<Found> {
  for (const place of speakersIn(text)) yield { type: 'person', ...place };
}

function* namesByWords(text: string, words: readonly Word[]): Generator<Found> {
  const cues = cuesIn(text);
  const isGerman = seemsGerman(text);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word;
    const said = cues.get(word.start) ?? (isSmallName(text, word) ? 'sure' : undefined);
    if (!isSure(said) && !isCapitalised(word)) continue;
    const run = nameRun({ text, words, index, said });
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || /\d/.test(text.charAt(first.start - 1))) continue;
    const behind = text.slice(last.end, last.end + 40);
    const cue =
      said ??
      (cueAfter.test(behind) || (run.length > 1 && (isGerman ? bornBehind : numberBehind).test(behind))
        ? 'likely'
        : undefined);
    if (isName({ text, run, words, index, cue, isSaid: said !== undefined, isGerman })) {
      yield { type: 'person', start: first.start, end: last.end };
      index += run.length - 1;
    }
  }
}

const smallCue =
  /(?<![a-zà-ÿ])(?:ask|ring|call|tell|text|phone|email|message|(?:speak|spoke|talk(?:ed)?) (?:to|with)|merci|mrc|thx|thanks|danke|gracias|grazie|dzi[eę]ki|bedankt|cheers|frag|ruf|wo ist|this is|its|it's|soy|sono|jestem|ik ben|ich bin|je suis) $/;

/** A first name in small letters, where people are asked, thanked or called, and at the end of a line. */
function isSmallName(text: string, { text: written, folded, start, end }: Word): boolean {
  if (folded.length < 3 || isCapitalised({ text: written }) || !firstNames.has(folded)) return false;
  if (isOrdinary(folded) || isEnglishWord(folded)) return false;
  if (smallCue.test(before(text, start, 16))) return true;
  const behind = text.slice(end, end + 16);
  return (
    (text.slice(Math.max(0, start - 2), start) === ', ' && /^[ .!]{0,2}(?:\n|$)/.test(behind)) ||
    /^[ ,:(]{1,3}\+?\(?0?\d[\d ()/-]{6,}/.test(behind)
  );
}

/** What is known of people stands in lists behind their name. */
const numberBehind = latin(
  /^["')]?[ ,;|:(–-]{1,4}(?:\+?[\d(][\d ()./-]{7,}\d|(?:NHS|NI|NINO|DOB|IBAN|tel|mob|born|b\.|passport|geb|née?)(?![\p{L}])|[A-Z]{2} ?\d\d ?\d\d ?\d\d|[A-Za-z]{2}\d\d [A-Z\d]{4} |[^\s@]{1,40}@)/u,
);

/** The same where nouns have capitals and stand before numbers too. */
const bornBehind = latin(/^[ ,;|:(–-]{1,4}(?:geb(?:oren)?|wohnhaft|Versicherten|[^\s@]{1,40}@)(?![\p{L}])/u);

function cuesIn(text: string): ReadonlyMap<number, Cue> {
  const cues = new Map<number, Cue>();
  for (const pattern of likelyCues) for (const end of endsOf(text, pattern)) cues.set(end, 'likely');
  for (const pattern of sureCues) for (const end of endsOf(text, pattern)) cues.set(end, 'sure');
  for (const pattern of titleCues) for (const end of endsOf(text, pattern)) cues.set(end, 'title');
  for (const pattern of selfCues) for (const end of endsOf(text, pattern)) cues.set(end, 'self');
  return cues;
}

function isSure(cue: Cue | undefined): boolean {
  return cue !== undefined && cue !== 'likely';
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
  /** What is said right before that a name begins here. */
  said: Cue | undefined;
}

/** The capitalised words from here on that stand on one line beside each other, with what joins names. */
function nameRun({ text, words, index, said }: Start): Word[] {
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

interface Run extends Place {
  isSaid: boolean;
  run: readonly Word[];
  cue: Cue | undefined;
  isGerman: boolean;
}

function isName({ text, run, words, index, cue, isSaid, isGerman }: Run): boolean {
  const folded = run.map((word) => word.folded);
  const [first = ''] = folded;
  if (!isCapitalised(run[0] as Word) && !isSure(cue)) return false;
  if (isThing(text, run, words.slice(index + run.length, index + run.length + 3)) || isAbbreviation(text, run))
    return false;
  if (cue === 'title' || cue === 'self') return true;
  if (run.length === 1 && isFunctionWord(first)) return false;
  if (cue !== 'sure' && !isSaid && run.length === 1 && isCalled(text, run[0] as Word, words[index - 1])) return false;
  if (cue === 'sure') return run.length > 1 || isFirstName(first) || !(isOrdinary(first) || isFirm(text, run));
  if (run.length > 1)
    return isFullName(folded, run, cue) || (!isGerman && isUnknown(text, run)) || isWholeCell(text, run);
  const only = run[0] as Word;
  return (
    isLoneName(text, only, cue) ||
    (cue !== undefined && !isGerman && isUnknownAlone(only) && !isOfThing(text, only) && !isOfPlace(text, only)) ||
    (firstNames.has(only.folded) && strongCueAfter.test(text.slice(only.end, only.end + 40)))
  );
}

function isAbbreviation(text: string, run: readonly Word[]): boolean {
  const [only, ...others] = run;
  if (!only || others.length > 0 || only.text.length < 2 || only.text !== only.text.toUpperCase()) return false;
  return only.text.length < shortestShout || /^[-_ ]?\d/.test(text.slice(only.end, only.end + 2));
}

/** "Dear Alder & Finch" */
function isFirm(text: string, run: readonly Word[]): boolean {
  const end = run.at(-1)?.end ?? 0;
  return /^ (?:&|\+|and|und|et|y|e|en|i) \p{Lu}/u.test(text.slice(end, end + 8));
}

/** "Sessel Rosa", "the lamp Clara": what is sold has names too. */
function isCalled(text: string, name: Word, before: Word | undefined): boolean {
  return before !== undefined && text.slice(before.end, name.start) === ' ' && isThingWord(before.folded);
}

/** Whether what follows makes a product, a place or a firm of it: "Felix scratching post". */
function isThing(text: string, run: readonly Word[], next: readonly Word[]): boolean {
  let end = run.at(-1)?.end ?? 0;
  for (const word of next) {
    const gap = text.slice(end, word.start);
    if (gap === ' & ' && isCapitalised(word)) {
      end = word.end;
      continue;
    }
    if (!/^[ -]{1,2}$/.test(gap) || isPutUp(text, word)) return false;
    const folded = word.folded;
    if (isThingWord(folded) || isThingWord(folded.replace(/s$/, ''))) return true;
    if (isOrdinary(folded) || isCapitalised(word) || /(?:ed|s)$/.test(folded)) return false;
    end = word.end;
  }
  return false;
}

/** "My son Piers set it up" */
function isPutUp(text: string, { folded, end }: Word): boolean {
  return folded === 'set' && /^ (?:it|them|this|that|up|us|off|out)(?!\p{L})/u.test(text.slice(end, end + 6));
}

function isFullName(folded: readonly string[], run: readonly Word[], cue: Cue | undefined): boolean {
  const [first = '', ...others] = folded;
  if (/^(?:san|santa|saint|sankt|st)$/.test(first) && cue !== 'sure') return false;
  if (isFirstName(first) && others.some((other) => !particles.has(other))) return true;
  const last = others.at(-1) ?? '';
  if (run[0]?.text.length === 1) return surnames.has(last) || (last.length > 3 && !isOrdinary(last));
  if (isFirstName(last) && surnames.has(first)) return true;
  if (others.some((other) => isFirstName(other)) && cue) return true;
  if (surnames.has(last) || endsAsSurname(last)) return cue === 'likely' || !isOrdinary(first);
  return cue === 'likely' && isShapely(run);
}

/** Two or three plain words with capitals, none of them from a list: a name only after "spoke to" and the like. */
function isShapely(run: readonly Word[]): boolean {
  return run.length <= 4 && run.every(({ text }) => particles.has(text) || /^\p{Lu}[\p{L}\p{M}'-]/u.test(text));
}

/** Where any word has a capital, and goes on with small ones. */
function beginsSentence(text: string, { start, end }: Word): boolean {
  return (
    /(?:^|[.!?:\n]\s*)$/.test(text.slice(Math.max(0, start - 4), start)) && /^[ ]\p{Ll}/u.test(text.slice(end, end + 2))
  );
}

const article =
  /\b(?:the|a|an|our|your|this|that|der|die|das|den|dem|ein|eine|einen|le|la|les|un|une|el|los|il|lo|het|model|modell|range|in|near|around)\s$/iu;

function isLoneName(text: string, word: Word, cue: Cue | undefined): boolean {
  const { folded } = word;
  if (folded.length < 3 || isOrdinary(folded) || isOfThing(text, word)) return false;
  if (!cue)
    return firstNames.has(folded) && !beginsSentence(text, word) && !isOfPlace(text, word) && !placeNames.has(folded);
  if (!isFirstName(folded)) return false;
  if (isOfPlace(text, word)) return false;
  return (
    !placeNames.has(folded) ||
    (cue === 'likely' && !/\b(?:in|from|to|via|at|for)\s$/i.test(before(text, word.start, 12)))
  );
}

const ofPlace =
  /(?<![A-Za-zÀ-ÿ])(?:San|Santa|Santo|Saint|Sankt|St\.?|Los|Las|New|North|South|East|West|Port|Fort|Lake|Mount|Bad|(?:Filiale|Lager|Standort|Niederlassung|[Ss]howroom|[Bb]ranch|[Dd]epot|[Ww]arehouse|[Ss]tore|[Tt]ienda|[Nn]egozio|[Ss]klep|[Ww]inkel|[Mm]agasin)(?: de| di| in| of| at)?) $/;

function isOfPlace(text: string, { start, end }: Word): boolean {
  const words = text.slice(Math.max(0, start - 12), start);
  return article.test(words) || ofPlace.test(words) || /^, [A-Z]{2} \d{4,5}/.test(text.slice(end, end + 10));
}

/** "6x Felix", "Lampa „Ingrid“", "the shape of Oscar": things are counted, and their names quoted. */
function isOfThing(text: string, { start, end }: Word): boolean {
  if (/\d ?[x×] $/i.test(text.slice(Math.max(0, start - 6), start))) return true;
  if (/[„“«] ?$/.test(text.slice(Math.max(0, start - 2), start)) && /^ & /.test(text.slice(end, end + 3))) return true;
  if (/& $/.test(text.slice(Math.max(0, start - 2), start)) && /^ ?[“”»]/.test(text.slice(end, end + 2))) return true;
  return /[„“«]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?["“”»]/.test(text.slice(end, end + 2));
}
