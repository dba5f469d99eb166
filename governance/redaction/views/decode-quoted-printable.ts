import { matchesOf } from '../matches-of.ts';
import { type Piece, type View, withPieces } from './view.ts';

const ofSeveralBytes = '=[CD][0-9A-F]=[89AB][0-9A-F]|=E[0-9A-F](?:=[89AB][0-9A-F]){2}|=F[0-4](?:=[89AB][0-9A-F]){3}';
/** What hardly stands in a text that no mail program has written: `q=20` alone is a field of a link. */
const evidence = new RegExp(`${ofSeveralBytes}|=3D|=20\\n|=40(?=[A-Za-z0-9-]{1,63}\\.[A-Za-z])`);
const encoded = new RegExp(`${ofSeveralBytes}|=[2-7][0-9A-F]`, 'g');

/** Opens what mail programs write for letters that are not ASCII: `J=C3=B6rg`. */
export function decodeQuotedPrintable(view: View): View {
  return evidence.test(view.text) ? withPieces(view, piecesOf(view.text)) : view;
}

function* piecesOf(text: string): Generator<Piece> {
  for (const match of matchesOf(text, encoded)) {
    const [written] = match;
    const decoded = decode(written);
    if (decoded !== undefined) yield { text: decoded, from: match.index, to: match.index + written.length };
  }
}

/** Nothing, where the bytes are no UTF-8. */
function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written.replaceAll('=', '%'));
  } catch {
    return undefined;
  }
}
