import { matchesOf } from '../matches-of.ts';
import { type Piece, type View, withPieces } from './view.ts';

/** A line break with what mail programs put around it: a hyphen or `=` before, quotation marks and spaces after. */
const lineBreak = /(?<=[^\s])[ \t]{0,8}=?\n[ \t>|]{0,16}(?=[^\s])/g;
/** Words alone are left where they are broken: so near to it stands a digit or the sign of an address. */
const near = 14;
const ofNumber = /[\d@]/;
/** As much of the text as what is cut in two can take, with the words that say what it is. */
const around = 80;

/** What stands around broken lines, as if nobody had broken them; the rest is left out. Nothing, where no number or address is near. */
export function joinLines(view: View): View | undefined {
  const pieces = Array.from(piecesOf(view.text));
  return pieces.length === 0 ? undefined : withPieces(view, pieces);
}

/** A number ends where the next line begins with a word, unless that is the rest of an address. */
function isEnd(text: string, { index, end }: { index: number; end: number }): boolean {
  return (
    /\d$|[A-Z\d]{2}$|\d ?[A-Z]$|=$/.test(text.slice(Math.max(0, index - 3), index)) &&
    /^(?:[a-z][^\s@]*(?:\s|$)|[A-Z][a-z]{2,}[^@\n]*|[A-Z]{4,}[ ,][A-Za-z]{3})/.test(text.slice(end, end + near))
  );
}

/** A word before a number is no part of it. */
const endsInWord = / [a-z]{2,12}$/;

function* piecesOf(text: string): Generator<Piece> {
  let shown = 0;
  let hasBreak = false;
  for (const { index, 0: written } of matchesOf(text, lineBreak)) {
    const end = index + written.length;
    if (isEnd(text, { index, end })) continue;
    if (!ofNumber.test(text.slice(Math.max(0, index - near), index) + text.slice(end, end + near))) continue;
    if (index - around > shown) yield { text: '\n', from: shown, to: index - around };
    yield { text: endsInWord.test(text.slice(Math.max(0, index - near), index)) ? ' ' : '', from: index, to: end };
    shown = end + around;
    hasBreak = true;
  }
  if (hasBreak && shown < text.length) yield { text: '\n', from: shown, to: text.length };
}
