import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';

type Language = EnquiryClassification['language'];

const marks: Readonly<Record<'en' | 'de', ReadonlySet<string>>> = {
  en: new Set(
    'the and you your is my to of it have for that was with would could please i can me on from this do any how what there are hello u need'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das und ich sie ist meine mit nicht für bitte von zu ein eine wir auf aber ihre mir den bis gibt es bei ihnen wie kann im einen oder noch wir ihnen'.split(
      ' ',
    ),
  ),
};

/** Counts the small words of each language; a text with hardly any of them is in another one. */
export function detectLanguage(text: string): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => marks.en.has(word)).length;
  const german = words.filter((word) => marks.de.has(word)).length;
  if (Math.max(english, german) < Math.max(1, words.length / 12)) return 'other';
  return german > english ? 'de' : 'en';
}
