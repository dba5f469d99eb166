import type { Passage } from '#contracts/knowledge.ts';
import { checkCitations } from '../check-citations.ts';

export interface Quoted {
  text: string;
  /** Whether nothing is found against it. */
  stands: boolean;
  /** Whether something is found against it once a figure in it is another; absent where it has none. */
  forgedIsHeld?: boolean;
}

/** Answers with the sentence of a passage that has most of the question, and holds that against the passage; then with a figure changed. */
export function judgeQuote(question: string, passage: Passage): Quoted {
  const text = sentenceFor(question, passage.text);
  const forged = forge(text);
  return {
    text,
    stands: isFounded(text, { question, passage }),
    ...(forged === undefined ? {} : { forgedIsHeld: !isFounded(forged, { question, passage }) }),
  };
}

function isFounded(text: string, { question, passage }: { question: string; passage: Passage }): boolean {
  const checked = checkCitations([{ text, citations: [passage.citation] }], {
    cited: [
      {
        passage,
        audience: 'evaluated',
        state: 'current',
        currentVersion: passage.version,
        currentText: passage.text,
        reviewBy: '9999-12-31',
      },
    ],
    audiences: ['evaluated'],
    today: '2026-01-01',
    sources: {
      facts: {},
      enquiry: { subject: '', text: question },
      standingTexts: [],
      orderNumberPattern: String.raw`\bAF-\d{6}\b`,
      writtenAt: new Date('2026-01-01T12:00:00Z'),
      timeZone: 'Europe/London',
    },
  });
  return checked.every(({ faults }) => faults.length === 0);
}

const longest = 600;

function sentenceFor(question: string, text: string): string {
  const asked = stemsIn(question);
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  const sorted = sentences
    .map((sentence) => ({ sentence, shared: stemsIn(sentence).intersection(asked).size }))
    .toSorted((left, right) => right.shared - left.shared);
  return (sorted[0]?.sentence ?? text).trim().slice(0, longest);
}

function stemsIn(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []).map((word) => word.slice(0, 5)));
}

/** The first figure made another by 3: what no passage says by chance. */
function forge(text: string): string | undefined {
  const figure = /(?<![\d.,:-])\d{1,4}(?![\d.,:-])/.exec(text);
  if (!figure) return undefined;
  return text.slice(0, figure.index) + String(Number(figure[0]) + 3) + text.slice(figure.index + figure[0].length);
}
