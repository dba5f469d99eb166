import type { Span } from '../span.ts';

/** What the firm is said to do, and its customer to get. */
export interface Deed extends Span {
  verb: string;
  /** What stands from it on, where it is told apart. */
  rest?: string;
}
