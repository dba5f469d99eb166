import { decodeHTML } from 'entities';
import { matchesOf } from '../matches-of.ts';
import { type Piece, type View, withPieces } from './view.ts';

const utf8 =
  '%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-4](?:%[89ab][0-9a-f]){3}';
const entity = '&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});?';
const inJson = '\\\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrt"/\\\\])';
const escaped = new RegExp(`${utf8}|${entity}|${inJson}`, 'gi');

const jsonSigns: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', '"': '"', '/': '/', '\\': '\\' };

/** Escapes inside escapes, such as `%2540` or `&amp;#64;`, are opened as far as this. */
const layers = 3;

/** Opens what HTML, URLs and JSON put letters behind. */
export function decodeEscapes(view: View): View {
  let open = view;
  for (let layer = 0; layer < layers; layer += 1) {
    const before = open;
    open = withPieces(before, piecesOf(before.text));
    if (open === before || open.text === before.text) return open;
  }
  return open;
}

function* piecesOf(text: string): Generator<Piece> {
  for (const match of matchesOf(text, escaped)) {
    const [written] = match;
    const decoded = decode(written);
    if (decoded !== written) yield { text: decoded, from: match.index, to: match.index + written.length };
  }
}

function decode(written: string): string {
  if (written.startsWith('&')) return decodeHTML(written);
  if (written.startsWith('\\')) return decodeJson(written);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function decodeJson(written: string): string {
  const [, sign = '', ...digits] = written;
  if ((sign === 'u' || sign === 'U' || sign === 'x') && digits.length > 0)
    return String.fromCharCode(Number.parseInt(digits.join(''), 16));
  return jsonSigns[sign] ?? written;
}
