import type { Claim, ClaimKind } from '#contracts/claim.ts';
import type { Ground } from './ground.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** A claim by its place in what was read. */
export interface Finding extends Span {
  kind: ClaimKind;
  verdict: Claim['verdict'];
  because: string;
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
