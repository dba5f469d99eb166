import { foldName } from '#governance/redaction/names/fold-name.ts';
import { firstNames, surnames } from '#governance/redaction/names/name-lists.ts';
import { ordinaryWords } from '#governance/redaction/names/ordinary-words.ts';
import { isWithin } from '#governance/redaction/parties/edit-distance.ts';
import { type Finder, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import { type Reading, read } from '../reading.ts';
import type { Span } from '../span.ts';
import { carriers } from '../words/carriers.ts';
import { namesToo } from '../words/names-too.ts';
import { isOrdinaryNoun } from '../words/ordinary-nouns.ts';

interface Word extends Span {
  text: string;
  /** It begins a sentence, where every word has a capital. */
  isFirst: boolean;
}

const run =
  /\p{Lu}[\p{L}\p{M}]*(?:['-]\p{L}+)*(?:\s(?:&\s)?\p{Lu}[\p{L}\p{M}]*(?:['-]\p{L}+)*|\s(?:von|van|de|der|den|zu|del|da|di|la|le)(?=\s\p{Lu}))*/gu;
const single = /\p{L}[\p{L}\p{M}]*(?:['-]\p{L}+)*/gu;
const particles = /^(?:von|van|de|der|den|zu|del|da|di|la|le)$/;

/** Names of people, firms, carriers and articles: each has to be one of the records, whole or in part. */
export const names: Finder = {
  *find(reading, ground) {
    const known = knownIn(ground);
    for (const phrase of phrasesIn(reading)) {
      const span = { start: phrase[0]?.start ?? 0, end: phrase.at(-1)?.end ?? 0 };
      if (isOfNobody(reading, ground, phrase)) yield unfounded('name', span, 'The name is the firm’s, and nobody’s.');
      const rest = unknownIn(phrase, known);
      if (rest.length === 0) {
        if (phrase.some(({ text }) => known.words.has(wordOf(text))))
          yield matching('name', span, 'A record or a text of the firm has this name.');
        continue;
      }
      if (rest.some((word) => isName(word, { reading, known, phrase })))
        yield unfounded('name', span, whyNot(rest, known));
    }
  },
};

const title = /(?<!\p{L})(?:mr|mrs|ms|miss|dr|frau|herrn?|colleague|kolleg(?:e|in))\.?\s$/iu;

/** Mr Finch: a name of the firm, and of no person in the records. */
function isOfNobody({ text }: Reading, { wholeNames, trusted }: Ground, phrase: readonly Word[]): boolean {
  const [first] = phrase;
  if (!first || !title.test(text.slice(Math.max(0, first.start - 12), first.start))) return false;
  const last = wordOf(phrase.at(-1)?.text ?? '');
  return (
    trusted.text.toLowerCase().includes(last) &&
    ![...wholeNames, trusted.records].some((name) => foldName(name).includes(last))
  );
}

interface Known {
  phrases: readonly string[];
  words: ReadonlySet<string>;
}

function knownIn({ names: known }: Ground): Known {
  const phrases = known.map((name) => ` ${wordsIn(name).join(' ')} `);
  return { phrases, words: new Set(known.flatMap(wordsIn)) };
}

function wordsIn(name: string): string[] {
  return [...name.matchAll(single)].map(([word]) => wordOf(word));
}

function wordOf(written: string): string {
  return foldName(written).replace(/'s?$/, '').replace(/'/g, '');
}

const contraction = /'(?:ve|m|ll|re|d|s|t)$/;

/** Runs of words with capitals, without the ordinary ones that stand at their borders. */
function* phrasesIn(reading: Reading): Generator<Word[]> {
  for (const match of reading.rest.matchAll(run)) {
    let phrase: Word[] = [];
    for (const part of match[0].matchAll(single)) {
      const start = match.index + part.index;
      const word = { text: part[0], start, end: start + part[0].length, isFirst: isFirstOf(reading, start) };
      if (!isOrdinary(word, reading) && !(phrase.length === 0 && particles.test(word.text))) phrase.push(word);
      else if (phrase.length > 0) {
        yield phrase;
        phrase = [];
      }
    }
    if (phrase.length > 0) yield phrase;
  }
}

function isFirstOf(reading: Reading, start: number): boolean {
  return /(?:^|[.!?:]\s+|\n\s*(?:[-*•]\s*)?|["'(]\s*)$/.test(reading.text.slice(Math.max(0, start - 8), start));
}

function isOrdinary({ text, isFirst }: Word, { language }: Reading): boolean {
  const folded = foldName(text).replace(contraction, '');
  if (/^\p{Lu}$/u.test(text)) return true;
  if (folded.split('-').some((part) => carriers.has(part))) return false;
  if (isOrdinaryNoun(text, language)) return true;
  return ordinaryWords.has(folded) && (isFirst || !namesToo.has(folded));
}

/** The words of a phrase that stand in none of the known names in that order. */
function unknownIn(phrase: readonly Word[], { phrases, words }: Known): readonly Word[] {
  const said = phrase.map(({ text }) => wordOf(text)).filter((word) => !particles.test(word));
  const isIn = (list: readonly string[]) =>
    phrases.some((known) => known.includes(` ${list.join(' ')} `) || known.includes(` ${singular(list)} `));
  const isShuffled = phrases.some((known) => said.every((word) => known.includes(` ${word} `)));
  if (said.length === 0 || isIn(said) || isShuffled) return [];
  const unknown = phrase.filter(({ text }) => !words.has(wordOf(text)) && !words.has(singular([wordOf(text)])));
  return unknown.length > 0 ? unknown : phrase;
}

function singular(words: readonly string[]): string {
  return words.join(' ').replace(/(?:es|s|en|n)$/, '');
}

const before =
  'with|by|via|from|through|carrier|courier|mit|durch|von|per|an|paketdienst|versanddienst\\p{L}*|spedition|spediteur|zusteller|dienstleister|firma|partner|dear|hello|hi|hallo|tag|liebe[r]?|geehrte[r]?|colleague|kolleg(?:e|in)|name is|named?|bin|familie|ehepaar|(?:frau|herrn?|mrs?|ms|dr)\\.?';
const afterOf = new RegExp(`\\b(?:${before})\\s(?:the |our )?$`, 'iu');
/** Names of firms and people have no article in German, and other nouns mostly have one. */
const afterOfGerman = new RegExp(`(?<!\\p{L})(?:${before})\\s$`, 'iu');
/** What a carrier does at the beginning of an English sentence. */
const carrying =
  /^(?:'s)? (?:recorded|reported|delivered|collected|took|picked|brings|is bringing|will bring|handed|has (?:it|your|had|taken|delivered|recorded|collected)|have (?:it|your)|says|tells us|confirmed|told us|expects|transports|carries|is carrying)\b/;

/** A German sentence about who brings it: any unknown noun in it could be a carrier. */
const ofTransport =
  /\b(?:transport|übergeben|übernommen|übernimmt|reist|zusteller|paketdienst|versanddienst|spedition|spediteur|befördert|abgeholt|bringt|versendet mit|verschickt mit|versandt mit)/i;

interface Place {
  reading: Reading;
  known: Known;
  phrase: readonly Word[];
}

/** Whether a capital says a name: always inside an English sentence, in German where the words around it do. */
function isName(word: Word, place: Place): boolean {
  const { text, start, isFirst } = word;
  const { reading } = place;
  const isGerman = reading.language === 'de';
  if (isNameByItself(word, place, isGerman)) return true;
  if ((isGerman ? afterOfGerman : afterOf).test(reading.text.slice(Math.max(0, start - 40), start))) return true;
  if (isFirst && !isGerman && carrying.test(reading.text.slice(start + text.length))) return true;
  if (isGerman && !isFirst && ofTransport.test(reading.sentenceAt(start).text)) return true;
  if (!isFirst && !isGerman) return true;
  return isListed(wordOf(text), isGerman) || (!isFirst && /^\p{Lu}{2,}$/u.test(text)) || /\p{Ll}\p{Lu}/u.test(text);
}

function isNameByItself({ text }: Word, { known, phrase }: Place, isGerman: boolean): boolean {
  const word = wordOf(text);
  const parts = text.includes('-') ? foldName(text).split('-') : [];
  return (
    isNear(word, known) ||
    carriers.has(word) ||
    isTold(phrase, known, isGerman) ||
    parts.some((part) => carriers.has(part) && !known.words.has(part))
  );
}

function isListed(word: string, isGerman: boolean): boolean {
  return (firstNames.has(word) || (surnames.has(word) && !isGerman)) && !ordinaryWords.has(word);
}

/** Two unknown words side by side are a name; in German, a noun may stand before a known one. */
function isTold(phrase: readonly Word[], known: Known, isGerman: boolean): boolean {
  const told = isGerman ? phrase.filter(({ isFirst, text }) => !isFirst || firstNames.has(wordOf(text))) : phrase;
  return told.length > 1 && !(isGerman && phrase.some(({ text }) => known.words.has(wordOf(text))));
}

/** A letter off a name in the records. */
function isNear(word: string, { words }: Known): boolean {
  return (
    word.length >= 4 &&
    [...words].some(
      (known) => known.length >= 4 && !isForm(word, known) && isWithin(word, known, known.length >= 7 ? 2 : 1),
    )
  );
}

/** The same word with another ending: Gestell, Gestelle. */
function isForm(word: string, known: string): boolean {
  const [short = '', long = ''] = [word, known].toSorted((left, right) => left.length - right.length);
  return (
    short === long ||
    (short.length >= 6 && long.startsWith(short) && /^(?:e|n|s|en|er|es|em|ern)$/.test(long.slice(short.length)))
  );
}

function whyNot(rest: readonly Word[], known: Known): string {
  return rest.some(({ text }) => isNear(wordOf(text), known))
    ? 'A record has a name that is written otherwise.'
    : 'No record has this name.';
}

/** What texts of the firm write with capitals, as names that may be said. */
export function capitalisedIn(text: string): string[] {
  const reading = read(text);
  return [...phrasesIn(reading)].map((phrase) => phrase.map((word) => word.text).join(' '));
}
