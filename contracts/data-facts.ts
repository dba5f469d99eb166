import type { DataCategory } from './data-category.ts';
import type { Purpose } from './purpose.ts';

/** A kind of data, or `unknown` where nobody said. */
export type CategoryPresent = DataCategory | 'unknown';

/** What data an effect uses: what policies judge it by. What is not known is `unknown`, never left out. */
export interface DataFacts {
  categories: readonly CategoryPresent[];
  /** Whose law protects the person it is about: `eu`, `uk`, the code of another country, or `unknown`. */
  jurisdiction: string;
  /** It was made from words of somebody outside the firm, which may try to steer what is done with it. */
  tainted: boolean;
}

/** What data is used for, as the registry says of the prompt or the tool: no effect says so of itself. */
export interface PurposeFacts {
  purpose: Purpose | 'unknown';
  /** The purposes that all of the data was collected for. */
  collectedFor: readonly Purpose[];
}
