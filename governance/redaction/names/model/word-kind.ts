import { isEnglishWord } from '../dictionary.ts';
import { endsAsSurname, firstNames, isFirstName, surnames } from '../name-lists.ts';
import { isFunctionWord, isOrdinary, isThingWord, placeNames } from '../ordinary-words.ts';
import { particles } from '../particles.ts';
import { rankOf } from './common-words.ts';

/** What lists say of a word, each as a small number. */
export interface WordKind {
  /** 2 in the list of first names that are met often, 1 in the longer one. */
  given: number;
  /** 2 in the list of surnames, 1 where it only ends as many do. */
  surname: number;
  commonness: number;
  /** What it is besides: bits. */
  besides: number;
  isFunctionWord: boolean;
}

/** From here on no one of the most used words. */
export const inDictionary = 4;
export const inNoList = 5;
const commonAbroad = 6;

export const nothing: WordKind = { given: 0, surname: 0, commonness: inNoList, besides: 0, isFunctionWord: false };

/** Asks of each word of a text once. */
export function createKinds(commonWords: Uint32Array): (folded: string) => WordKind {
  const asked = new Map<string, WordKind>();
  return (folded) => {
    const before = asked.get(folded);
    if (before) return before;
    const kind = kindOf(folded, commonWords);
    asked.set(folded, kind);
    return kind;
  };
}

function kindOf(folded: string, commonWords: Uint32Array): WordKind {
  const isFunction = isFunctionWord(folded);
  return {
    given: firstNames.has(folded) ? 2 : Number(isFirstName(folded)),
    surname: surnames.has(folded) ? 2 : Number(endsAsSurname(folded)),
    commonness: commonnessOf(folded, commonWords),
    besides: besidesOf(folded, isFunction),
    isFunctionWord: isFunction,
  };
}

function commonnessOf(folded: string, commonWords: Uint32Array): number {
  const rank = rankOf(folded, commonWords);
  if (rank === 0 || rank === 1) return rank;
  if (isEnglishWord(folded) || isEnglishWord(folded.replace(/s$/, ''))) return rank ?? inDictionary;
  return rank === undefined ? inNoList : commonAbroad;
}

function besidesOf(folded: string, isFunction: boolean): number {
  const ordinary = isThingWord(folded) ? 2 : Number(isOrdinary(folded));
  return (isFunction ? 3 : ordinary) + (placeNames.has(folded) ? 4 : 0) + (particles.has(folded) ? 8 : 0);
}
