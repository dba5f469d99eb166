import type { PersonalType } from '#contracts/redaction.ts';
import { matchesOf } from '../matches-of.ts';

/** Something that a recogniser saw, by places in the text that it was given. */
export interface Found {
  type: PersonalType;
  start: number;
  end: number;
}

/** Finds one kind of thing. It yields as it goes, so that its time can be watched; its patterns take time in proportion to the text. */
export interface Recogniser {
  name: string;
  /** Which of two wins over the same words: the higher. */
  weight: number;
  /** Whether the end of a line ends what it finds too; in all else a broken line may stand. */
  staysOnLine?: true;
  /** Whether it is not shown what a run knows to be the number of an order, a parcel or a paper. */
  sparesReferences?: true;
  find: (text: string) => Iterable<Found>;
}

/** The whole words of a text that stand before a place, for telling what is written there. */
export function before(text: string, place: number, units = 48): string {
  const from = Math.max(0, place - units);
  const words = text.slice(from, place);
  return from === 0 ? words : words.replace(/^[\p{L}\p{N}]+/u, '');
}

/** Each start of a pattern, with as much of the text as the longest of its kind takes: one never hides the next. */
export function* openings(text: string, { pattern, units }: { pattern: RegExp; units: number }): Generator<Candidate> {
  for (const { index } of matchesOf(text, pattern)) {
    const written = text.slice(index, index + units);
    yield { written, compact: '', start: index, end: index + written.length };
  }
}

export function after(text: string, place: number, units = 32): string {
  return text.slice(place, place + units);
}

/** Whether a range is no part of a longer number or word. */
export function standsAlone(text: string, { start, end }: { start: number; end: number }): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
}

export interface Candidate {
  /** As it stands. */
  written: string;
  /** Letters and digits alone, in capitals. */
  compact: string;
  start: number;
  end: number;
}

const sign = /[A-Za-z0-9]/;

/** What a pattern matches, without signs at its ends, where it stands alone. */
export function* candidates(text: string, pattern: RegExp): Generator<Candidate> {
  for (const match of matchesOf(text, pattern)) {
    const candidate = candidateAt(text, { start: match.index, end: match.index + match[0].length });
    if (candidate && standsAlone(text, candidate)) yield candidate;
  }
}

function candidateAt(text: string, range: { start: number; end: number }): Candidate | undefined {
  let { start, end } = range;
  while (start < end && !sign.test(text.charAt(start))) start += 1;
  while (end > start && !sign.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return undefined;
  const written = text.slice(start, end);
  return { written, compact: compactOf(written), start, end };
}

function compactOf(written: string): string {
  return written.replace(/[^A-Za-z0-9]+/g, '').toUpperCase();
}

const gap = /[ \t\n./_·•*()-]/;
const widestGap = 3;

/** The first letters and digits of a candidate, so many of them, where no more of them follow at once. */
export function cutTo(candidate: Candidate, signs: number, more: RegExp = sign): Candidate | undefined {
  let seen = 0;
  let length = 0;
  let apart = 0;
  while (length < candidate.written.length && seen < signs) {
    const character = candidate.written.charAt(length);
    apart = sign.test(character) ? 0 : apart + 1;
    if (apart === 0) seen += 1;
    else if (apart > widestGap || !gap.test(character)) return undefined;
    length += 1;
  }
  if (seen < signs || more.test(candidate.written.charAt(length))) return undefined;
  const written = candidate.written.slice(0, length);
  return { written, compact: compactOf(written), start: candidate.start, end: candidate.start + length };
}
