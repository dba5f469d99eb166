import { matchesOf } from '../matches-of.ts';
import { looksLike } from './looks-like.ts';
import { type Piece, type View, viewOf, withPieces } from './view.ts';

/** Everything that is not plain ASCII, with the marks that stand on it; and ASCII letters with marks on them. */
const unusual = /[ -~]?\p{M}{1,64}|[\u0080-\u{10ffff}]\p{M}{0,64}|\r\n?/gu;
const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]+$/u;
const looseMarks = /(?<=.)[\p{Mn}\p{Me}]+/gsu;

/** Takes out what nobody sees, and writes what looks like a Latin letter, a digit or a sign as just that. */
export function foldCharacters(view: View): View {
  return withPieces(view, piecesOf(view.text));
}

/** The same for what is looked for in such a view. */
export function foldText(text: string): string {
  return foldCharacters(viewOf(text)).text;
}

function* piecesOf(text: string): Generator<Piece> {
  for (const match of matchesOf(text, unusual)) {
    const [written] = match;
    const folded = fold(written);
    if (folded !== written) yield { text: folded, from: match.index, to: match.index + written.length };
  }
}

function fold(written: string): string {
  if (written.startsWith('\r')) return '\n';
  if (invisible.test(written)) return '';
  const composed = written.normalize('NFKC').replace(looseMarks, '');
  return Array.from(composed, looksLike).join('');
}
