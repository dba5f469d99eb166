/**
 * What a system outside answered as it was asked to do something under a key of ours. Only `unknown` leaves open whether it
 * was done; after `not-now` it certainly was not, and may be asked for again.
 */
export type OutsideAnswer<Outcome> =
  | { kind: 'answered'; outcome: Outcome; words?: string }
  | { kind: 'not-now'; reason: string; words: string; retryAfterMs?: number }
  | { kind: 'unknown'; reason: string; words: string };
