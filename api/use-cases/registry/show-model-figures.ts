import type { ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { Registry } from '#governance/registry/index.ts';
import { listLatestModelCalls } from '#store/model-figures.ts';
import type { Reads } from '../database.ts';
import { judgeModelHealth } from './judge-model-health.ts';
import type { createReadBreakers } from './read-breakers.ts';
import { type createReadModelSpending, spendingDays } from './read-model-spending.ts';

const callsLookedAt = 50;

export interface ShowModelFiguresParts {
  reads: Reads;
  policy: PolicyPort;
  registry: Registry;
  reachesModel(name: string): boolean;
  readBreakers: ReturnType<typeof createReadBreakers>;
  readSpending: ReturnType<typeof createReadModelSpending>;
}

/** How each model does, by what its calls of late came to; and what they cost, for those who may see that. */
export function createShowModelFigures(parts: ShowModelFiguresParts) {
  return async (by: Person): Promise<ModelFiguresAnswer> => {
    const now = new Date();
    const spending = maySeeSpending(by) ? await parts.readSpending() : undefined;
    const registered = parts.registry.models().map(({ name }) => name);
    const names = [...new Set([...registered, ...(spending?.keys() ?? [])])];
    const calls = await listLatestModelCalls(parts.reads, { models: names, each: callsLookedAt });
    const breakerOf = await parts.readBreakers();
    const byModel = Map.groupBy(calls, ({ model }) => model);
    const items = names.map((model) => ({
      model,
      registered: registered.includes(model),
      reached: parts.reachesModel(model),
      breaker: breakerOf(model),
      health: judgeModelHealth(byModel.get(model) ?? [], now),
      spending: spending ? (spending.get(model) ?? nothing()) : null,
    }));
    return { items, days: spendingDays(now) };
  };

  function maySeeSpending(by: Person): boolean {
    const principal = { kind: 'person', person: by } as const;
    return (
      parts.policy.decide({ action: 'readSpending', principal, resource: { spending: 'models' } }).kind === 'allowed'
    );
  }
}

function nothing() {
  const spent = () => ({ calls: 0, unknown: 0, perhapsPaid: 0, amounts: [] });
  return { today: spent(), month: spent(), processes: [] };
}
