import { z } from 'zod';
import type { TextAnswer } from '#contracts/answers/text-answer.ts';
import { addressesTheModel } from './keywords/orders-to-the-model.ts';
import { detectLanguage } from './language.ts';
import type { Prompt } from './prompt.ts';

const Facts = z.object({ wish: z.string() });

const mostWords = 60;
const mostIdleWords = 5;
const wantsSummary = /\b(sum|summar|short|brief|gist|zusammen|kurz|resum|résum|samenvat)/iu;
const wantsFigure =
  /\b(when|how (many|much|long|old)|what (number|price|date|time|day)|which (number|day)|wann|wie (viel|viele|lange)|welche (nummer|bestell))/iu;
const isFigure = /\d|\[[A-Z]+_\d+\]/u;
const asksSomebody = /\?|\b(please|want|need|would like|could you|can you|bitte|möchte|brauche|können sie|wann)\b/iu;
const idle =
  /^(hello|hi|dear|good (morning|evening)|kind regards|best|thanks?|thank you|hallo|guten|sehr geehrte|mit freundlichen|viele grüße)\b/iu;
const smallWords = new Set(
  'the a an and or of to in on for is are was were be it this that what which who when where why how does do did has have had will would can could with from at by not their they them he she his her our we you your about der die das ein eine und oder von zu in im am für ist sind war was wer wann wo warum wie hat haben mit sie er es ihr ihre den dem des nicht bei auf text mail letter customer kunde'.split(
    ' ',
  ),
);

const unsaid = {
  en: 'The text does not say that.',
  de: 'Das steht nicht in dem Text.',
  other: 'The text does not say that.',
};

/** Answers from a text with the sentences that hold the words of the question, and says so where none does. */
export function answerFromText({ facts, customerMessage }: Prompt): TextAnswer {
  const { wish } = Facts.parse(JSON.parse(facts ?? '{"wish":""}'));
  const sentences = sentencesIn(customerMessage);
  return wantsSummary.test(wish) ? summaryOf(sentences, wish) : answerTo(wish, sentences);
}

function sentencesIn(text: string): string[] {
  const lines = text.split(/\n+|(?<=[.!?])(?<!\d\.)\s+/u).map((line) => line.trim());
  return lines.filter((line) => line.length > 3 && !isIdle(line) && !addressesTheModel(line));
}

/** Greetings and closings say nothing, unless the line goes on. */
function isIdle(line: string): boolean {
  return idle.test(line) && wordsOf(line) <= mostIdleWords;
}

/** What comes first, then what is asked for, then what has figures, as they stand. */
function summaryOf(sentences: readonly string[], wish: string): TextAnswer {
  const ranked = [
    ...sentences.slice(0, 1),
    ...sentences.filter((sentence) => asksSomebody.test(sentence)),
    ...sentences.filter((sentence) => isFigure.test(sentence)),
    ...sentences,
  ];
  const chosen: string[] = [];
  for (const sentence of new Set(ranked)) {
    if (wordsOf([...chosen, sentence].join(' ')) <= mostWords) chosen.push(sentence);
  }
  if (chosen.length === 0) return { text: unsaidFor(wish), confidence: 0.2 };
  return { text: sentences.filter((sentence) => chosen.includes(sentence)).join(' '), confidence: 0.7 };
}

function answerTo(wish: string, sentences: readonly string[]): TextAnswer {
  const wanted = stemsOf(wish);
  const scored = sentences.map((sentence) => ({ sentence, share: shareOf(sentence, wanted, wish) }));
  const best = Math.max(0, ...scored.map(({ share }) => share));
  if (best < 0.3) return { text: unsaidFor(wish), confidence: 0.2 };
  const said = scored.filter(({ share }) => share >= best - 0.01).map(({ sentence }) => sentence);
  return { text: said.slice(0, 2).join(' '), confidence: Math.round(Math.min(0.9, 0.4 + best / 2) * 100) / 100 };
}

/** How much of what is asked for stands in a sentence; without a figure it is no answer to a question for one. */
function shareOf(sentence: string, wanted: readonly string[], wish: string): number {
  if (wantsFigure.test(wish) && !isFigure.test(sentence)) return 0;
  const own = new Set(stemsOf(sentence));
  return wanted.filter((stem) => own.has(stem)).length / Math.max(1, wanted.length);
}

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !smallWords.has(word)).map((word) => word.slice(0, 5)))];
}

function wordsOf(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function unsaidFor(wish: string): string {
  return unsaid[detectLanguage(wish)];
}
