import { matchesOf } from './matches-of.ts';
/** Text that somebody wrapped into base64. */
export interface Wrapped {
  start: number;
  end: number;
  text: string;
}

const token = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{10,}={0,2}(?![A-Za-z0-9+/_=-])/g;
const mostlyReadable = 0.9;
const readable = /[\p{L}\p{N}\p{P}\p{Zs}\n\r\t@+$=<>|]/gu;

export function* unwrap(text: string): Generator<Wrapped> {
  for (const match of matchesOf(text, token)) {
    const unwrapped = decode(match[0]);
    if (unwrapped !== undefined) yield { start: match.index, end: match.index + match[0].length, text: unwrapped };
  }
}

/** Letters by turns small and capital, or digits among them: a word has neither. */
const mixed = /\d|[a-z][A-Z]|[A-Z]{2}[a-z]/;

function decode(written: string): string | undefined {
  if (!mixed.test(written)) return undefined;
  const plain = written.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (plain.length % 4 === 1) return undefined;
  const text = Buffer.from(plain, 'base64').toString('utf8');
  if (text.length < shortest || text.includes(broken)) return undefined;
  const seen = text.match(readable)?.length ?? 0;
  return seen >= Array.from(text).length * mostlyReadable ? text : undefined;
}

const shortest = 5;
/** What stands in a text for bytes that are none. */
const broken = '\ufffd';
