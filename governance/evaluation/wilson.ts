export interface Share {
  hits: number;
  of: number;
  /** Nothing, where there is nothing to count. */
  share: number | null;
  /** The Wilson interval at 95%. */
  low: number;
  high: number;
}

const z = 1.959964;

export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  const spread = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / spread;
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / spread;
  return { hits, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
