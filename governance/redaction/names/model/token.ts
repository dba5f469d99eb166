import { latin } from '../../views/latin.ts';
import type { Word } from '../words.ts';
import { codeOf } from './word-code.ts';
import { createKinds, inDictionary, type WordKind } from './word-kind.ts';

/** A word of a text with what can be seen of it alone. */
export interface Token extends Word {
  shape: number;
  code: number;
  kind: WordKind;
}

const capital = latin(/^\p{Lu}/u);
const small = latin(/\p{Ll}/u);
const shortestSmall = 3;
const shortShout = 4;

export const shapes = { small: 0, smallLetter: 1, inside: 2, capital: 3, letter: 4, shortShout: 5, shout: 6 };

export function tokensOf(words: readonly Word[], commonWords: Uint32Array): Token[] {
  const kindOf = createKinds(commonWords);
  return words.map((word) => ({
    ...word,
    shape: shapeOf(word.text),
    code: codeOf(word.folded),
    kind: kindOf(word.folded),
  }));
}

export function beginsWithCapital({ shape }: Token): boolean {
  return shape >= shapes.capital;
}

function shapeOf(text: string): number {
  const isCapital = capital.test(text);
  if (text.length === 1) return isCapital ? shapes.letter : shapes.smallLetter;
  if (!isCapital) return /[A-Z]/.test(text) ? shapes.inside : shapes.small;
  if (small.test(text)) return shapes.capital;
  return text.length < shortShout ? shapes.shortShout : shapes.shout;
}

/** Most words of a text are plainly none: small ones of every day, and parts of numbers and addresses. */
export function mayBeName(text: string, token: Token): boolean {
  const { kind, folded, start, end } = token;
  const isCapital = beginsWithCapital(token);
  if (!isCapital && (folded.length < shortestSmall || !isUnusual(kind))) return false;
  return !kind.isFunctionWord && !isPartOfMore(text, { start, end });
}

function isUnusual({ commonness, given, surname }: WordKind): boolean {
  return commonness > inDictionary || given > 0 || surname === 2;
}

function isPartOfMore(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[\d@_]/.test(text.charAt(start - 1)) || /[\d@_]/.test(text.charAt(end)) || isOfDomain(text, { start, end });
}

function isOfDomain(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[a-z\d]\.$/.test(text.slice(Math.max(0, start - 2), start)) || /^\.[a-z\d]/.test(text.slice(end, end + 2));
}
