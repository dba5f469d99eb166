import { foldCharacters } from '#governance/redaction/views/fold-characters.ts';
import { inInput, type View, viewOf } from '#governance/redaction/views/view.ts';
import type { Span } from './span.ts';
import { monthNames } from './words/date-words.ts';

/** What stands where words were taken. */
export const taken = '\u0001';

/** A text as claims are looked for in it: what looks alike is alike, what nobody sees is gone. */
export interface Reading {
  text: string;
  /** The same, with blanks where something was taken already. */
  rest: string;
  language: 'en' | 'de';
  /** The sentence around a place. */
  sentenceAt(place: number): Clause;
  /** The smallest part of a sentence around a place. */
  clauseAt(place: number): Clause;
  clauses: readonly Clause[];
  sentences: readonly Clause[];
  /** What is too long for anything to be looked for in it, in time that grows with its length alone. */
  unreadable: readonly Clause[];
  take(span: Span): void;
  inInput(span: Span): Span;
}

export interface Clause extends Span {
  text: string;
}

/** What stands behind a number with a full stop that ends nothing: am 3. November. */
const behindOrdinals = `${monthNames}|tag|stock|quartal|advent|klasse|etage|geburtstag|mal|werktag|arbeitstag`
  .split('|')
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  .join('|');

/** What ends a sentence: a full stop that is no part of a date, a number or an abbreviation, or the end of a paragraph, a short line or a line of a list. */
const sentenceEnd = new RegExp(
  [
    /(?<!\.\.)(?<!\b(?:bzw|ca|ggf|inkl|usw|evtl|Nr|No|Mr|Mrs|Ms|Dr|St|Co|e\.g|i\.e|z\.B|d\.h|u\.a|approx|incl))(?<!\b\d{1,2})(?<!\b(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez)(?=\.\s\d))\.(?=\s)/,
    /(?<=\d{3})\.(?=\s)/,
    new RegExp(`(?<=\\b\\d{1,2})\\.(?=\\s+[A-ZÄÖÜ])(?!\\s+(?:${behindOrdinals}))`),
    /[!?]+/,
    /\n[ \t]*\n/,
    /\n(?=[ \t]*(?:[-*•·]|\d+[.)])\s)/,
    /(?<=[,:;])\n/,
    /\n(?=[ \t]*[A-ZÄÖÜ][^\n:]{0,30}:\s)/,
    /(?<=(?:^|\n)[^\n]{0,45})\n/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);
/** In UTF-16 code units. */
const longestSentence = 1_000;
const longestLetter = 10_000;

const clauseEnd =
  /[,;:()]\s|\s-+\s|\s(?:and|but|und|aber(?! noch nicht)|sondern|jedoch|while|whereas|während|however)\s|\s(?=(?:if|falls|wenn)\s)/gi;

export function read(input: string): Reading {
  const view = foldCharacters(viewOf(input));
  const { text } = view;
  const [unreadable, sentences] = readableIn(text);
  const readable = unreadable.reduce(blanked, text);
  const clauses = sentences.flatMap((sentence) => parts(sentence, clauseEnd));
  const reading: Reading = {
    text: readable,
    rest: readable,
    language: languageOf(readable),
    clauses,
    sentences,
    unreadable,
    sentenceAt: (place) => partAt(sentences, place),
    clauseAt: (place) => partAt(clauses, place),
    take: (span) => {
      reading.rest = blanked(reading.rest, span);
    },
    inInput: (span) => toInput(view, span),
  };
  return reading;
}

/** A sentence is as long as a person reads one, and a message as long as a letter; what is beyond that stands apart. */
function readableIn(text: string): [unreadable: Clause[], sentences: Clause[]] {
  const whole = { start: 0, end: text.length, text };
  const letter = partOf(whole, 0, longestLetter);
  const beyond = text.length > longestLetter ? [partOf(whole, longestLetter, text.length)] : [];
  const sentences = parts(letter, sentenceEnd);
  const isReadable = (sentence: Clause) => sentence.text.length <= longestSentence;
  return [[...sentences.filter((sentence) => !isReadable(sentence)), ...beyond], sentences.filter(isReadable)];
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + taken.repeat(end - start) + text.slice(end);
}

function toInput(view: View, span: Span): Span {
  return inInput(view, span);
}

function parts(whole: Clause, border: RegExp): Clause[] {
  const found: Clause[] = [];
  let at = 0;
  for (const match of whole.text.matchAll(border)) {
    found.push(partOf(whole, at, match.index + match[0].length));
    at = match.index + match[0].length;
  }
  found.push(partOf(whole, at, whole.text.length));
  return found.filter(({ text }) => text.trim() !== '');
}

function partOf(whole: Clause, from: number, to: number): Clause {
  const text = whole.text.slice(from, to);
  return { start: whole.start + from, end: whole.start + from + text.length, text };
}

function partAt(clauses: readonly Clause[], place: number): Clause {
  return clauses.find(({ start, end }) => start <= place && place < end) ?? { start: place, end: place, text: '' };
}

const german =
  /\b(?:der|die|das|und|ist|wir|sie|ihre?n?|nicht|mit|f[uü]r|bei|eine?|wurde|haben|vielen|guten|uns|am|ich|es|dass|heute|auf|zu|von|im|den|dem|des|auch|noch|kommt|sich|hat|habe|an)\b/gi;
const english =
  /\b(?:the|and|is|we|you|your|not|with|for|at|an?|was|have|thank|dear|us|on|of|to|it|in|that|this|by|has|will|for)\b/gi;

const germanOnly =
  /[äöüß]|\b(?:kundenservice|sendungsnummer|bestellnummer|versandt|geplante?[rns]?|hallo|grüße|frau|herrn?)\b|(?<=\p{Ll})ung(?:en)?(?!\p{L})/giu;

function languageOf(text: string): Reading['language'] {
  const count = (words: RegExp) => [...text.matchAll(words)].length;
  return count(german) + count(germanOnly) > count(english) ? 'de' : 'en';
}
