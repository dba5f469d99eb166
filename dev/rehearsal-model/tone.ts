import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { displeased, pleased, pressing, unhurried } from './keywords/tone.ts';
import type { Letter } from './letter.ts';
import { type Phrases, simplify, weighPhrases } from './phrase.ts';

type Urgency = EnquiryClassification['urgency'];
type Sentiment = EnquiryClassification['sentiment'];

const measure = {
  pressing: createMeasure(pressing),
  unhurried: createMeasure(unhurried),
  displeased: createMeasure(displeased),
  pleased: createMeasure(pleased),
};

export function judgeUrgency(letter: Letter): Urgency {
  if (measure.pressing(letter) >= 2) return 'high';
  return measure.unhurried(letter) >= 2 ? 'low' : 'normal';
}

export function judgeSentiment(letter: Letter): Sentiment {
  const balance = measure.pleased(letter) - measure.displeased(letter) - (isShouted(letter) ? 2 : 0);
  if (balance <= -2) return 'negative';
  return balance >= 2 ? 'positive' : 'neutral';
}

function isShouted({ subject, own }: Letter): boolean {
  const words = `${subject} ${own}`.match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => word === word.toUpperCase()).length > Math.max(6, words.length / 3);
}

function createMeasure(phrases: Phrases): (letter: Letter) => number {
  const weighed = weighPhrases(phrases);
  return ({ subject, own }) => {
    const text = simplify(`${subject} ${own}`);
    return weighed.reduce(
      (sum, { weight, words, pattern }) => sum + (text.includes(words) && pattern().test(text) ? weight : 0),
      0,
    );
  };
}
