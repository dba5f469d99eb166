import { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';
import { englishKeywords } from './keywords/english.ts';
import { germanKeywords } from './keywords/german.ts';
import type { Letter } from './letter.ts';
import { simplify, type WeighedPhrase, weighPhrases } from './phrase.ts';

export type CategoryScore = {
  readonly category: EnquiryCategory;
  readonly score: number;
  readonly matched: readonly string[];
};

const importance = { subject: 1.5, own: 1, quoted: 0.1 };

const phrasesOf = new Map<EnquiryCategory, WeighedPhrase[]>(
  EnquiryCategory.options.map((category) => [
    category,
    [...weighPhrases(englishKeywords[category]), ...weighPhrases(germanKeywords[category])],
  ]),
);

/** Every category with what speaks for it, the best first; a phrase counts once, at its most important place. */
export function scoreCategories(letter: Letter): CategoryScore[] {
  const places = [
    { text: simplify(letter.subject), factor: importance.subject },
    { text: simplify(letter.own), factor: importance.own },
    { text: simplify(letter.quoted), factor: importance.quoted },
  ];
  return EnquiryCategory.options
    .map((category) => {
      const found = (phrasesOf.get(category) ?? []).flatMap(({ phrase, weight, pattern }) => {
        const place = places.find(({ text }) => pattern.test(text));
        return place ? [{ phrase, score: weight * place.factor }] : [];
      });
      const score = found.reduce((sum, { score }) => sum + score, 0);
      return { category, score, matched: found.map(({ phrase }) => phrase.replaceAll('*', '')) };
    })
    .sort((left, right) => right.score - left.score);
}
