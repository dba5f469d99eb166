import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';

type Language = EnquiryClassification['language'];

/** Languages that letters are told apart in, and answered. */
export type Tongue = 'en' | 'de' | 'fr' | 'nl';

const marks: Readonly<Record<Tongue, ReadonlySet<string>>> = {
  en: wordsIn(
    "the and you your is my to of it have for that was with would could please i can me on from this do any how what there are hello u need not be it's i'm",
  ),
  de: wordsIn(
    'der die das und ich sie ist meine mit nicht für bitte von zu ein eine wir auf aber ihre mir den bis gibt es bei ihnen wie kann im einen oder noch ihnen hallo wann gut sind',
  ),
  fr: wordsIn(
    'le la les et vous votre je est pour avec des une un que du sur ma mon mes ne pas en bonjour merci nous elle il qui dans à au ce cette puis où',
  ),
  nl: wordsIn(
    'het een en ik u uw is voor met van niet mijn de dat op te wij jullie hoe wanneer kan er bij aan om zijn nog maar goedendag hallo graag',
  ),
};

/** Counts the small words of each language; a text with hardly any of them is in another one. */
export function detectTongue(text: string): Tongue | undefined {
  const words = text.toLowerCase().match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const [best] = tongues
    .map((tongue) => ({ tongue, count: words.filter((word) => marks[tongue].has(word)).length }))
    .toSorted((one, other) => other.count - one.count);
  return best && best.count >= Math.max(1, words.length / 12) ? best.tongue : undefined;
}

const tongues = ['en', 'de', 'fr', 'nl'] as const;

export function detectLanguage(text: string): Language {
  const tongue = detectTongue(text);
  return tongue === 'en' || tongue === 'de' ? tongue : 'other';
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
