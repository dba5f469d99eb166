import { type JsonText, refuse } from './json-text.ts';

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads a string whose opening quote comes next. Half of a surrogate pair is kept for the field's schema to refuse. */
export function readString(text: JsonText): string {
  text.at += 1;
  let value = '';
  for (;;) {
    const start = text.at;
    while (isPlain(text.source[text.at])) text.at += 1;
    value += text.source.slice(start, text.at);
    const next = text.source[text.at];
    if (next === '"') {
      text.at += 1;
      return value;
    }
    if (next === undefined) throw refuse(text, 'a string is not closed');
    if (next !== '\\') throw refuse(text, 'a string holds a control character that is not escaped');
    value += readEscape(text);
  }
}

function isPlain(character: string | undefined): boolean {
  return character !== undefined && character !== '"' && character !== '\\' && character >= ' ';
}

function readEscape(text: JsonText): string {
  const kind = text.source[text.at + 1] ?? '';
  const simple = escapes[kind];
  if (simple !== undefined) {
    text.at += 2;
    return simple;
  }
  const digits = text.source.slice(text.at + 2, text.at + 6);
  if (kind !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) throw refuse(text, 'there is no such escape');
  text.at += 6;
  return String.fromCharCode(Number.parseInt(digits, 16));
}
