import { matchesOf } from '../matches-of.ts';
import { digitsOfWords, digitWord, oftenWord } from './digit-words.ts';
import { latin } from './latin.ts';
import { type Piece, type View, withPieces } from './view.ts';

/** Letters and digits that somebody set apart one by one: `9 4 3 4 7 6`. */
const apart = latin(/(?<![\p{L}\p{N}])[\p{L}\d](?:[ .\-_*()/]{1,3}[\p{L}\d](?![\p{L}\p{N}])){4,60}/gu);
const fewest = 5;
/** Signs that somebody put into brackets, so that no program follows them. */
const bracketed = latin(/(?<=[\p{L}\p{N}])[[({]([.@:])[\])}](?=[\p{L}\p{N}])/gu);
/** Marks of style, and what is written for nobody to read. */
const style =
  '(?:<\\/?(?:b|i|u|em|strong|span|font|wbr|mark|small|s|bdo|bdi|tt|code|ins|sub|sup|abbr)(?:\\s[^"@<>]{0,40}(?:"[^"@<>]{0,80}"[^"@<>]{0,40}){0,3})?\\s?\\/?>|<!--[^<>]{0,60}-->){1,4}';
/** In the middle of a word or a number; two words that only they keep apart stay two. */
const styled = latin(
  new RegExp(
    `(?<=[^\\s>][ .-]?)${style}(?=\\d)|(?<=\\d)${style}(?=[ .-]?[^\\s<])|(?<=[^\\s>])${style}(?=[^\\s<\\p{Lu}])|(?<=[^\\s>\\p{Ll}])${style}(?=\\p{Lu})`,
    'gu',
  ),
);
const inWords = latin(
  new RegExp(
    `(?<![\\p{L}])(?:(?:plus|più|más|mas) )?(?:${oftenWord} )?${digitWord}(?:[ ,.-]{1,3}(?:${oftenWord} )?${digitWord}){4,30}(?![\\p{L}])`,
    'giu',
  ),
);

/** O, I and l among digits, as people type who read a number from paper. */
const mistaken =
  /(?:(?<![A-Za-z\d])[\dOoIl|]|(?<=(?<![A-Za-z])[A-Z]{2})\d)(?:[ ./_()-]{0,2}(?:[\dOoIl]|\|(?! ))){4,40}(?![A-Za-z\d])/g;

/** Irish and Spanish numbers end with a letter that checks them. */
const endsWithCheck = /^\d{7,8}[ -]?[A-Z]$/;

/** Numbers in one piece: without spaces between single signs or marks of style inside, and in digits where they are in words. */
export function closeGaps(view: View): View {
  return [piecesBracketed, piecesApart, piecesStyled, piecesInWords, piecesMistaken].reduce(
    (open, pieces) => withPieces(open, pieces(open.text)),
    view,
  );
}

function* piecesApart(text: string): Generator<Piece> {
  for (const match of matchesOf(text, apart)) {
    const [written] = match;
    const signs = written.replace(/[^\p{L}\d]+/gu, '');
    if (signs.length >= fewest || /^\p{L}+$/u.test(signs)) yield* gapsIn(written, match.index);
  }
}

function* gapsIn(written: string, place: number): Generator<Piece> {
  for (const { index, 0: gap } of matchesOf(written, /[^\p{L}\d]+/gu))
    yield { text: '', from: place + index, to: place + index + gap.length };
}

function* piecesBracketed(text: string): Generator<Piece> {
  for (const match of matchesOf(text, bracketed))
    yield { text: match[1] ?? '', from: match.index, to: match.index + match[0].length };
}

function* piecesStyled(text: string): Generator<Piece> {
  for (const match of matchesOf(text, styled)) yield { text: '', from: match.index, to: match.index + match[0].length };
}

function* piecesInWords(text: string): Generator<Piece> {
  for (const match of matchesOf(text, inWords)) {
    yield { text: digitsOfWords(match[0]), from: match.index, to: match.index + match[0].length };
  }
}

function* piecesMistaken(text: string): Generator<Piece> {
  for (const match of matchesOf(text, mistaken)) {
    const [written] = match;
    if (endsWithCheck.test(written) || !/[OoIl|]/.test(written) || !/(?:[OoIl|]\d|\d[OoIl|])/.test(written)) continue;
    const letters = written.replace(/[^OoIl|]+/g, '').length;
    if (written.replace(/\D+/g, '').length > letters) yield* digitsIn(written, match.index);
  }
}

function* digitsIn(written: string, place: number): Generator<Piece> {
  for (const { index, 0: letter } of matchesOf(written, /[OoIl|]/g))
    yield { text: /o/i.test(letter) ? '0' : '1', from: place + index, to: place + index + 1 };
}
