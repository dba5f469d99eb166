import type { PinnedModel } from '#contracts/snapshot.ts';

/** Millionths of the currency unit, or unknown where the registry has no price with a source. */
export type Cost = { kind: 'known'; micros: number; currency: string } | { kind: 'unknown' };

export function costOf(model: PinnedModel, used: { inputTokens: number; outputTokens: number }): Cost {
  if (!model.price) return { kind: 'unknown' };
  const { input, output, currency } = model.price;
  const micros = Math.ceil((used.inputTokens * input + used.outputTokens * output) / 1_000_000);
  return { kind: 'known', micros, currency };
}
