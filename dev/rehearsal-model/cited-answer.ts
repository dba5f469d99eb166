import { z } from 'zod';
import type { CitedAnswer } from '#contracts/answers/cited-answer.ts';
import { addressesTheModel } from './keywords/orders-to-the-model.ts';
import { detectTongue } from './language.ts';
import { readLetter } from './letter.ts';
import type { Prompt } from './prompt.ts';
import { replySubject } from './reply-subject.ts';

const Facts = z.object({
  customerName: z.string().catch(''),
  passages: z.array(z.object({ citation: z.string(), title: z.string(), text: z.string() })).catch([]),
});
type CitablePassage = z.infer<typeof Facts>['passages'][number];

interface Wanted {
  stems: readonly string[];
  /** What a sentence has that tells it, where the question says so. */
  told: RegExp | undefined;
}

interface Candidate {
  text: string;
  citation: string;
  share: number;
}

const mostStatements = 3;
const leastShare = 2;
const ofTelling = 4;
/** What a question wants to be told, and what a sentence that tells it has. */
const wants: readonly { asked: RegExp; told: RegExp }[] = [
  { asked: /\b(how often|wie oft)\b/iu, told: /\b(once|twice|times a|every|einmal|zweimal|mal im|jede[nsm]?)\b/iu },
  {
    asked: /\b(how (many|much|long|old|soon)|when|wie (viele?|lange)|wann)\b/iu,
    told: /\d|\b(two|three|zwei|drei)\b/iu,
  },
];
const sure = { answered: 0.85, steered: 0.4, asks: 0.8 };

const wordings = {
  en: {
    greeting: (name: string) => (name === '' ? 'Hello,' : `Dear ${name},`),
    missing: 'So that we can help you: which article is it about, and what would you like to know?',
    closing: 'Kind regards\nCustomer service, Alder & Finch Home',
    subject: 'Your question',
  },
  de: {
    greeting: (name: string) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
    missing: 'Damit wir Ihnen helfen können: Um welchen Artikel geht es, und was möchten Sie wissen?',
    closing: 'Mit freundlichen Grüßen\nKundenservice, Alder & Finch Home',
    subject: 'Ihre Frage',
  },
};

/** Answers with sentences of the passages that hold the words of the question, and asks back where hardly any does. */
export function citedAnswer({ facts, customerMessage }: Prompt): CitedAnswer {
  const { customerName, passages } = Facts.parse(JSON.parse(facts ?? '{}'));
  const letter = readLetter(customerMessage);
  const tongue = detectTongue(`${letter.subject} ${letter.own}`) === 'de' ? 'de' : 'en';
  const wording = wordings[tongue];
  const statements = statementsFor(`${letter.subject} ${letter.own}`, passages);
  const steers = addressesTheModel(letter.own);
  return {
    subject: replySubject(letter.subject) ?? wording.subject,
    greeting: wording.greeting(customerName),
    statements,
    missing: statements.length === 0 ? wording.missing : null,
    closing: wording.closing,
    confidence: confidenceOf({ steers, asks: statements.length === 0 }),
  };
}

function confidenceOf({ steers, asks }: { steers: boolean; asks: boolean }): number {
  if (steers) return sure.steered;
  return asks ? sure.asks : sure.answered;
}

function statementsFor(question: string, passages: readonly CitablePassage[]): CitedAnswer['statements'] {
  const wanted = { stems: stemsOf(question), told: wants.find(({ asked }) => asked.test(question))?.told };
  const candidates = passages
    .flatMap((passage) => candidatesIn(passage, wanted))
    .toSorted((one, other) => other.share - one.share);
  const best = Math.max(0, ...candidates.map(({ share }) => share));
  if (best < leastShare) return [];
  const chosen = candidates.filter(({ share }) => share >= Math.max(leastShare, best - 1)).slice(0, mostStatements);
  return chosen.map(({ text, citation }) => ({ text, citations: [citation] }));
}

function candidatesIn({ citation, text }: CitablePassage, { stems, told }: Wanted): Candidate[] {
  return sentencesIn(text).map((sentence) => {
    const own = new Set(stemsOf(sentence));
    const shared = stems.filter((stem) => own.has(stem)).length;
    const tells = shared > 0 && told?.test(sentence);
    return { text: sentence, citation, share: tells ? shared + ofTelling : shared };
  });
}

function sentencesIn(text: string): string[] {
  const lines = text.split(/\n+/u).filter((line) => !/^\s*(#|\||-{3})/u.test(line));
  const plain = lines.map((line) => line.replace(/\*\*|__|^\s*(?:[-*]|\d+\.)\s+/gu, '').trim());
  const sentences = plain.flatMap((line) => line.split(/(?<=[.!?])(?<!\d\.)\s+/u)).map((sentence) => sentence.trim());
  return sentences.filter((sentence) => sentence.length > 15 && sentence.length < 1000);
}

const smallWords = new Set(
  'the and for are was were this that what which who when where why how does did has have had will would can could with from not their they them you your about hello should need want like please there into our order der die das ein eine und oder von für ist sind war was wer wann wie hat haben mit nicht auf ich sie wir mein meine bitte kann'.split(
    ' ',
  ),
);

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 2 && !smallWords.has(word)).map((word) => word.slice(0, 5)))];
}
