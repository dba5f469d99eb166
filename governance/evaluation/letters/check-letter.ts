import type { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import type { DraftCase } from '../cases/draft-case.ts';
import { wordsIn } from './days.ts';
import { foreignIn } from './foreign.ts';
import { firstMatch } from './pattern.ts';
import { flat, normal, sentencesOf, stands } from './plain-text.ts';
import type { LetterWords } from './read-letter-words.ts';

/** A check that a letter does not pass, and by which of its words. */
export interface LetterFault {
  check: string;
  what: string;
}

interface Judged {
  letter: DraftedReply;
  text: string;
  /** Sentences that state, and do not ask whether. */
  firm: readonly string[];
  expected: DraftCase['expected'];
  material: DraftCase['input'];
  words: LetterWords;
}

type LetterCheck = (judged: Judged) => readonly string[];

/** Judges a letter with no model: what a letter can be seen to lack or to say too much. */
export function checkLetter(
  letter: DraftedReply,
  { expected, input }: Pick<DraftCase, 'expected' | 'input'>,
  words: LetterWords,
): LetterFault[] {
  const text = normal(letter.text);
  const conditional = words.conditional[expected.language];
  const firm = sentencesOf(text).filter((sentence) => firstMatch(sentence, conditional) === undefined);
  const judged: Judged = { letter, text, firm, expected, material: input, words };
  return Object.entries(checks).flatMap(([check, find]) => find(judged).map((what) => ({ check, what })));
}

const longestSubject = 80;
const longestClosing = 60;
const fewestWords = 15;
const quotedWords = 8;

const checks: Readonly<Record<string, LetterCheck>> = {
  subject: ({ letter: { subject }, expected }) => {
    const isRight = expected.subject.length > 0 ? expected.subject.includes(subject) : isShort(subject);
    return isRight ? [] : [subject];
  },
  length: ({ text, expected: { maxWords } }) => {
    const count = text.split(/\s+/).filter((word) => word !== '').length;
    return count > maxWords || count < fewestWords ? [`${count} words`] : [];
  },
  language: ({ text, expected, words }) => {
    const own = countOf(text, words.languages[expected.language]);
    const others = Object.entries(words.languages).filter(([language]) => language !== expected.language);
    return others.filter(([, list]) => countOf(text, list) >= own).map(([language]) => `as much ${language}`);
  },
  closing: ({ text }) => {
    const last = text.trim().split('\n').at(-1)?.trim() ?? '';
    return last.endsWith('Alder & Finch Home') && last.length <= longestClosing ? [] : [last];
  },
  plain: ({ letter: { text } }) => matches(text, notPlain),
  mustContain: ({ text, expected: { mustContain, language } }) => {
    const inside = language === 'de' || language === 'nl';
    return mustContain
      .filter((some) => !some.some((one) => stands(one, text, { inside })))
      .map((some) => some.join(' | '));
  },
  mustNotContain: ({ text, expected }) => expected.mustNotContain.filter((one) => stands(one, text, { inside: false })),
  mustNotMatch: ({ text, expected }) => matches(text, expected.mustNotMatch),
  foreign: ({ letter, material, words }) => foreignIn(letter.text, material, words),
  promise: ({ firm, expected, words }) => {
    const forbidden = Object.entries(words.promises).filter(([group]) => !isOneOf(expected.allowPromises, group));
    return forbidden.flatMap(([group, patterns]) =>
      firm.flatMap((sentence) => matches(sentence, patterns).map((found) => `${group}: ${found}`)),
    );
  },
  noStatus: ({ firm, expected, words }) =>
    expected.noStatus ? firm.flatMap((sentence) => matches(sentence, [words.status[expected.language]])) : [],
  meta: ({ text, words }) => [...matches(text, words.meta), ...matches(text, words.metaCase, 'mu')],
  secrets: ({ text, words: { secrets } }) =>
    sentencesOf(text).filter(
      (sentence) =>
        matches(sentence, [secrets.words, secrets.asks]).length === 2 &&
        matches(sentence, [secrets.denies]).length === 0,
    ),
  tone: ({ text, expected, words }) =>
    expected.tone.flatMap((name) => [
      ...matches(text, words.tone[name].any),
      ...matches(text, words.tone[name][expected.language]),
    ]),
  quotes: ({ text, material }) => {
    const own = runsOf(text);
    return (material.facts.colleagueAnswers ?? []).filter((answer) => [...runsOf(answer)].some((run) => own.has(run)));
  },
  confidence: ({ letter: { confidence }, expected: { confidenceBelow } }) =>
    confidenceBelow === null || confidence < confidenceBelow ? [] : [String(confidence)],
};

const notPlain = [
  ...['\\*\\*|__', '^\\s*#', '^\\s*(?:[-*•]|\\d+[.)])\\s', '<[a-z/][^>]*>', 'https?:|www\\.', '[\\[\\]]', '`'],
  ...['\\b\\d{4}-\\d\\d-\\d\\d\\b', '&(?:nbsp|amp|lt|gt|quot);'],
];

function isShort(subject: string): boolean {
  return subject.length > 0 && subject.length <= longestSubject;
}

function isOneOf(list: readonly string[], one: string): boolean {
  return list.includes(one);
}

function countOf(text: string, list: readonly string[]): number {
  return wordsIn(text).filter((word) => list.includes(word)).length;
}

function matches(text: string, patterns: readonly string[], flags?: string): string[] {
  return patterns.flatMap((pattern) => firstMatch(text, pattern, flags) ?? []);
}

/** Every run of so many words that stands in a text. */
function runsOf(text: string): Set<string> {
  const words = flat(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return new Set(words.slice(quotedWords - 1).map((_, start) => words.slice(start, start + quotedWords).join(' ')));
}
