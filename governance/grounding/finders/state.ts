import type { Span } from '../span.ts';

/** What is said of a thing: the word that no finder knows how to hold against a record. */
export interface State extends Span {
  word: string;
  /** What stands around it. */
  rest: string;
}
