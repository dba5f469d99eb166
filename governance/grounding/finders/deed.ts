import type { Span } from '../span.ts';

/** What the firm is said to do, and its customer to get. */
export interface Deed extends Span {
  verb: string;
}
