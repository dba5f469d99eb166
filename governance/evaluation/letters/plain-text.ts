import { patternOf } from './pattern.ts';

/** One kind of quotes, hyphens and spaces, so that none of them hides a word. */
export function normal(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d\u201e«»]/g, '"')
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/[^\S\n]+/g, ' ');
}

export function flat(text: string): string {
  return normal(text).replace(/\s+/g, ' ').toLowerCase();
}

/** Whether words stand in a text; where `inside`, they may begin within a word. A digit never touches another one. */
export function stands(words: string, text: string, { inside }: { inside: boolean }): boolean {
  const sought = flat(words);
  const after = /\p{Nd}$/u.test(sought) ? '(?!\\p{Nd})' : '';
  return new RegExp(`${borderBefore(sought, inside)}${RegExp.escape(sought)}${after}`, 'u').test(flat(text));
}

function borderBefore(sought: string, inside: boolean): string {
  if (!inside) return /^[\p{L}\p{N}]/u.test(sought) ? '(?<![\\p{L}\\p{N}])' : '';
  return /^\p{Nd}/u.test(sought) ? '(?<!\\p{Nd})' : '';
}

/** The dot of a day of the month ends no sentence. */
const dayDot = '\\b(\\d{1,2})\\.(?= ?(?:\\d|[A-ZÄÖÜ]))';

export function sentencesOf(text: string): string[] {
  const undotted = normal(text).replace(patternOf(dayDot, 'gu'), '$1');
  return undotted.split(/(?<=[.!?])(?:\s+|$)|\n+/).filter((sentence) => sentence.trim() !== '');
}
