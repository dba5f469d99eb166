/** How much an answer may be, unpacked, and how long it may take. */
export interface EgressLimits {
  bytes: number;
  withinMs: number;
  connectMs: number;
}

export const ordinaryLimits: EgressLimits = { bytes: 32 * 1024 * 1024, withinMs: 300_000, connectMs: 10_000 };
