import { leadInOf } from './lead-in.ts';

const wordsBefore = 64;
const wordsAfter = 28;
/** What another number has said of it says nothing of the next. */
const numberBefore = /^.*\d[\d .\-/]{3,}\d(?!\d)/su;

export interface Labels {
  before: string;
  after: string;
  /** What stands above the list that the place is in. */
  above: string;
}

/** The words around a place by which people say what stands there; names of JSON fields are cut into words. */
export function labelsAround(text: string, { start, end }: { start: number; end: number }): Labels {
  const from = Math.max(0, start - wordsBefore);
  const before = text.slice(from, start).replace(numberBefore, '');
  const [after = ''] = text
    .slice(end, end + wordsAfter)
    .split(/[\d\n:=;|]|,(?! (?:that|which|das|ce|è|es|dat|to) )|[.!?] /u, 1);
  const words = from === 0 ? before : before.replace(/^[\p{L}\p{N}]+/u, '');
  return { before: spread(words), after: spread(after), above: spread(leadInOf(text, start)) };
}

export function areSaid(words: RegExp, { before, after, above }: Labels): boolean {
  return words.test(before) || words.test(after) || words.test(above);
}

function spread(words: string): string {
  return words.replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ');
}
