import type { TokensUsed } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';

/** Millionths of the currency unit, or unknown where the registry has no price with a source, or the provider tells no tokens. */
export type Cost = { kind: 'known'; micros: number; currency: string } | { kind: 'unknown' };

export function costOf(model: PinnedModel, { inputTokens, outputTokens }: TokensUsed): Cost {
  if (!model.price || inputTokens === null || outputTokens === null) return { kind: 'unknown' };
  const { input, output, currency } = model.price;
  const micros = Math.ceil((inputTokens * input + outputTokens * output) / 1_000_000);
  return { kind: 'known', micros, currency };
}
