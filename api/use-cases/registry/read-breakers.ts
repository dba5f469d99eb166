import type { ModelBreaker } from '#contracts/http/registry-models.ts';
import { isModelFailureKind } from '#contracts/model-failure.ts';
import { type BreakerState, stateOf } from '#governance/breakers/state-of.ts';
import type { Registry } from '#governance/registry/index.ts';
import { listBreakers, type StoredBreaker } from '#store/breakers.ts';
import type { Reads } from '../database.ts';

const untried: ModelBreaker = { kind: 'closed', failures: 0, lastFailure: null };

/** Which models are left alone at present, and how each failed last. */
export function createReadBreakers({ reads, registry }: { reads: Reads; registry: Pick<Registry, 'breakerOf'> }) {
  return async (): Promise<(model: string) => ModelBreaker> => {
    const now = new Date();
    const rows = new Map((await listBreakers(reads)).map((row) => [row.model, row]));
    return (model) => {
      const row = rows.get(model);
      return row ? describe(row, stateOf(row, registry.breakerOf(model), now)) : untried;
    };
  };
}

function describe({ failures, lastAt, lastFailure, lastWhy: why }: StoredBreaker, state: BreakerState): ModelBreaker {
  const at = lastAt.toISOString();
  const last = isModelFailureKind(lastFailure) ? { at, failure: lastFailure, why } : null;
  return { ...inText(state), failures, lastFailure: last };
}

function inText(state: BreakerState) {
  switch (state.kind) {
    case 'closed':
      return state;
    case 'open':
      return { kind: state.kind, since: state.since.toISOString(), until: state.until.toISOString() };
    case 'half-open':
      return { ...state, since: state.since.toISOString() };
  }
}
