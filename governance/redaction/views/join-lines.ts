import { type Piece, type View, withPieces } from './view.ts';

/** A line break with what mail programs put around it: a hyphen or `=` before, quotation marks and spaces after. */
const lineBreak = /(?<=[^\s])[ \t]{0,8}=?\n[ \t>|]{0,16}(?=[^\s])/g;

/** The text as if nobody had broken its lines. */
export function joinLines(view: View): View {
  return withPieces(view, piecesOf(view.text));
}

function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(lineBreak))
    yield { text: '', from: match.index, to: match.index + match[0].length };
}
