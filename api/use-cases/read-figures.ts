import type { ModelBreaker } from '#contracts/http/registry-models.ts';
import type { Registry } from '#governance/registry/index.ts';
import { type Figures, readFigures } from '#store/health.ts';
import type { Reads } from './database.ts';
import type { createReadBreakers } from './registry/read-breakers.ts';

interface FiguresParts {
  reads: Reads;
  registry: Pick<Registry, 'models'>;
  readBreakers: ReturnType<typeof createReadBreakers>;
}

/** What an operator watches, counted now. */
export function createReadFigures({ reads, registry, readBreakers }: FiguresParts) {
  return async (): Promise<Figures & { models: readonly { model: string; breaker: ModelBreaker }[] }> => {
    const [figures, breakerOf] = await Promise.all([readFigures(reads), readBreakers()]);
    return { ...figures, models: registry.models().map(({ name }) => ({ model: name, breaker: breakerOf(name) })) };
  };
}
