import type { BreakerLimits } from '#store/breakers.ts';
import type { RegistryContent } from './read-registry.ts';

/** A model that the registry has no more is asked by nobody, so that no failure of it is one too many. */
const never: BreakerLimits = { failures: 2_147_483_647, withinMs: 0, opensForMs: 0 };

/** When a model is left alone for a while, and for how long, as the registry says now. */
export function breakerOf({ models }: RegistryContent, model: string): BreakerLimits {
  const entry = models.get(model)?.value.breaker;
  if (!entry) return never;
  return { failures: entry.failures, withinMs: entry.within, opensForMs: entry.opensFor };
}
