import { numberOf, numberWords } from '#governance/grounding/finders/number-words.ts';

const digits = /\d+(?:[.,:]\d+)*/gu;
const inWords = new RegExp(`(?<![\\p{L}\\p{N}])(?:${numberWords})(?![\\p{L}\\p{N}])`, 'giu');
const often: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3, einmal: 1, zweimal: 2, dreimal: 3 };
const oftenWords = new RegExp(`(?<![\\p{L}])(?:${Object.keys(often).join('|')})(?![\\p{L}])`, 'giu');
/** Mostly an article, and no number. */
const article = /^(?:one|an?|ein|eine[nmrs]?)$/iu;

/** Figures of a statement, in digits or in words, that stand in none of the texts it rests on. */
export function unsaidFigures(statement: string, texts: readonly string[]): string[] {
  const said = new Set(texts.flatMap(figuresIn).map(({ value }) => value));
  return figuresIn(statement).flatMap(({ text, value }) => (said.has(value) || article.test(text) ? [] : [text]));
}

function figuresIn(text: string): { text: string; value: string }[] {
  return [
    ...[...text.matchAll(digits)].map(([found]) => ({ text: found, value: plain(found) })),
    ...[...text.matchAll(inWords)].map(([found]) => ({ text: found, value: String(numberOf(found.toLowerCase())) })),
    ...[...text.matchAll(oftenWords)].map(([found]) => ({ text: found, value: String(often[found.toLowerCase()]) })),
  ];
}

/** 1,200 and 1200 are one figure, and so are 4.50 and 4,50. */
function plain(figure: string): string {
  return figure.replace(/[.,](?=\d{3}(?:\D|$))/gu, '').replace(',', '.');
}
