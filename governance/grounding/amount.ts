import type { Span } from './span.ts';

/** A sum of money by its place in a text. */
export interface Amount extends Span {
  /** In hundredths. */
  minor: number;
  currency: string | undefined;
}
