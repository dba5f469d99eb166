import { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';
import { readKeywords } from './keywords/read-keywords.ts';
import type { Letter } from './letter.ts';
import { type Phrases, simplify, type WeighedPhrase, weighPhrases } from './phrase.ts';

export type CategoryScore = {
  readonly category: EnquiryCategory;
  readonly score: number;
  readonly matched: readonly string[];
};

const importance = { subject: 1.5, repliedSubject: 0.7, question: 1.3, own: 1, quoted: 0.1 };
/** Each further phrase says less than the one before: long letters tell of much that they do not ask for. */
const decay = 0.75;

const keywords = readKeywords();

const phrasesOf = new Map<EnquiryCategory, readonly WeighedPhrase[]>(
  EnquiryCategory.options.map((category) => [category, longestFirst(keywords[category])]),
);

/** Every category with what speaks for it, the best first; a phrase counts once, at its most important place. */
export function scoreCategories(letter: Letter): CategoryScore[] {
  const places = [
    { text: simplify(letter.subject), factor: importanceOf(letter.subject) },
    { text: simplify(letter.own.match(question)?.join('\n') ?? ''), factor: importance.question },
    { text: simplify(letter.own), factor: importance.own },
    { text: simplify(letter.quoted), factor: importance.quoted },
  ];
  return EnquiryCategory.options
    .map((category) => {
      const texts = places.map(({ text, factor }) => ({
        text: deniable.has(category) ? undenied(text) : text,
        factor,
      }));
      const found = findPhrases(phrasesOf.get(category) ?? [], texts);
      return { category, score: sumOf(found), matched: found.map(({ phrase }) => phrase.replaceAll('*', '')) };
    })
    .sort((left, right) => right.score - left.score);
}

/** The subject of an answer is that of what it answers. */
function importanceOf(subject: string): number {
  return /^\s*(?:re|aw|antw|sv)\s*:/i.test(subject) ? importance.repliedSubject : importance.subject;
}

const question = /[^.!?\n]*\?/g;

function longestFirst(lists: readonly Phrases[]): WeighedPhrase[] {
  const all = lists.flatMap((phrases) => weighPhrases(phrases));
  return all.toSorted((left, right) => right.phrase.length - left.phrase.length);
}

/** What a longer phrase took is not there for a shorter one. */
function findPhrases(phrases: readonly WeighedPhrase[], places: readonly { text: string; factor: number }[]) {
  const left = places.map(({ text }) => text);
  const found = phrases.flatMap(({ phrase, words, weight, pattern }) => {
    const place = left.findIndex((text) => text.includes(words) && pattern().test(text));
    if (place === -1) return [];
    for (const [index, text] of left.entries()) left[index] = text.replace(pattern(), ' \u0000 ');
    return [{ phrase, score: weight * (places[place]?.factor ?? 0) }];
  });
  return found.toSorted((one, other) => other.score - one.score);
}

function sumOf(found: readonly { score: number }[]): number {
  return found.reduce((sum, { score }, index) => sum + score * decay ** index, 0);
}

/** What people say that they do not want, as one does not say that one has no invoice. */
const deniable: ReadonlySet<EnquiryCategory> = new Set(['refund', 'complaint']);
const denial =
  /(?<![\p{L}])(?:no|not(?! (?:happy|good|acceptable|arrived|been|opened|used|as))|nobody is|without|kein\p{L}*|rather than)(?= (?:refund|return|complaint|money|cross|angry|asking|looking|wanting|to complain|a complaint|reklamation|beschwerde|rückgabe|umtausch|erstattung))[^.!?;:]{0,60}/gu;

function undenied(text: string): string {
  return text.replace(denial, ' ');
}
