import type { Claim, ClaimKind } from '#contracts/claim.ts';
import type { Ground } from './ground.ts';
import type { Reading } from './reading.ts';

/** A claim by its place in what was read. */
export interface Finding extends Span {
  kind: ClaimKind;
  verdict: Claim['verdict'];
  because: string;
}

export interface Span {
  start: number;
  end: number;
}

/** Finds claims of one family and holds them against the ground. What earlier finders took is blank to it. */
export interface Finder {
  find(reading: Reading, ground: Ground): Iterable<Finding>;
  /** Whether what it finds may stand in the words of another claim. */
  isAboutWholeClauses?: true;
}

export function matching(kind: ClaimKind, span: Span, because: string): Finding {
  return { kind, start: span.start, end: span.end, verdict: 'matches', because };
}

export function unfounded(kind: ClaimKind, span: Span, because: string): Finding {
  return { kind, start: span.start, end: span.end, verdict: 'unfounded', because };
}

/** Where a pattern stands in a text. */
export function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
