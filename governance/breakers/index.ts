import { type ModelFailureKind, modelFailureRow } from '#contracts/model-failure.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import type { RegistrySource } from '#governance/registry/source.ts';
import type { Transaction } from '#platform/database/client.ts';
import {
  type BreakerRow,
  closeBreaker,
  countFailure,
  findBreaker,
  isClosed,
  type LimitedModel,
  takeProbe,
} from '#store/breakers.ts';
import type { Condition, Write } from '#store/write-together.ts';

/** Whether a model may be asked in spite of how its calls came out of late. */
export type Entrance =
  | { kind: 'closed' }
  /** This call is the one that tries it. */
  | { kind: 'probe' }
  | OpenEntrance;

interface OpenEntrance {
  kind: 'open';
  passedOver: PassedOver;
  /** After so long it is worth coming again. */
  waitMs: number;
}

/** Who failed too often is left alone for a while, by all who ask: what one has learned the others need not. */
export interface Breakers {
  /** Holds where the model may be asked at once: for the statement that writes that it is. */
  isClosed(model: string): Condition;
  /** What else is to be said where that does not hold. */
  enter(tx: Transaction, call: { model: string; timeoutMs: number }): Promise<Entrance>;
  /** For how long a model is left alone after a single failure of this kind; nothing where that takes more of them. */
  restOf(model: string, failure: ModelFailureKind): number | undefined;
  /** What a call says of its model, to be written with how it came out. */
  settle(model: string, came: { failure?: ModelFailureKind; why: string; retryAfterMs?: number }): readonly Write[];
}

/** A call is given this long beyond its time to write down how it came out. */
const writingMs = 5_000;

export function createBreakers({ registry }: { registry: RegistrySource }): Breakers {
  const limitsOf = (model: string): LimitedModel => ({ model, ...registry.current().breakerOf(model) });
  return {
    isClosed: (model) => isClosed(limitsOf(model)),
    restOf: (model, failure) => (modelFailureRow(failure).health === 'out' ? limitsOf(model).opensForMs : undefined),
    enter: async (tx, { model, timeoutMs }) => {
      const limited = limitsOf(model);
      const row = await findBreaker(tx, limited);
      if (!row || row.openUntil === null) return { kind: 'closed' };
      if (await takeProbe(tx, { ...limited, forMs: timeoutMs + writingMs })) return { kind: 'probe' };
      return openAt(row, limited);
    },
    settle: (model, { failure, ...came }) => {
      const health = failure === undefined ? 'answers' : modelFailureRow(failure).health;
      if (failure === undefined || health === 'answers') return [closeBreaker(limitsOf(model))];
      return health === 'unknown' ? [] : [countFailure(limitsOf(model), { failure, ...came })];
    },
  };
}

/** Where somebody tries it already, it is worth coming again once they know. */
function openAt(row: Extract<BreakerRow, { leftMs: number }>, { opensForMs }: LimitedModel): OpenEntrance {
  const { model, failingSince, openUntil, lastWhy: why, leftMs } = row;
  const isProbed = leftMs <= 0;
  const times = { since: failingSince.toISOString(), until: openUntil.toISOString() };
  return { kind: 'open', passedOver: { model, ...times, why, isProbed }, waitMs: isProbed ? opensForMs : leftMs };
}
