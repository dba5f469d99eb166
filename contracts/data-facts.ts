/** A kind of data: its family, and what of it, such as `personal.email`. `unknown` where nobody said. */
export type DataCategory =
  | `personal.${string}`
  | `special.${string}`
  | `financial.${string}`
  | 'secret'
  /** Words of somebody outside the firm. */
  | 'untrusted'
  | 'unknown';

export type Purpose = 'customer-service' | 'unknown';

/** What data an effect uses, and what for: what policies judge it by. What is not known is `unknown`, never left out. */
export interface DataFacts {
  categories: readonly DataCategory[];
  purpose: Purpose;
  /** The purposes that the data was collected for. */
  collectedFor: readonly Purpose[];
  /** Whose law protects the person it is about: `eu`, `uk`, the code of another country, or `unknown`. */
  jurisdiction: string;
  /** It was made from words of somebody outside the firm, which may try to steer what is done with it. */
  tainted: boolean;
}
