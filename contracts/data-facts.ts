import type { DataCategory } from './data-category.ts';

/** A kind of data, or `unknown` where nobody said. */
export type CategoryPresent = DataCategory | 'unknown';

export type Purpose = 'customer-service' | 'unknown';

/** What data an effect uses, and what for: what policies judge it by. What is not known is `unknown`, never left out. */
export interface DataFacts {
  categories: readonly CategoryPresent[];
  purpose: Purpose;
  /** The purposes that the data was collected for. */
  collectedFor: readonly Purpose[];
  /** Whose law protects the person it is about: `eu`, `uk`, the code of another country, or `unknown`. */
  jurisdiction: string;
  /** It was made from words of somebody outside the firm, which may try to steer what is done with it. */
  tainted: boolean;
}
