import type { Blocked } from '#contracts/guard.ts';
import { stepKey } from '#contracts/step.ts';
import type { Guard, GuardedEffect, Settled } from '#governance/guard/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database, Transaction } from '#store/database.ts';
import { writeTogether } from '#store/write-together.ts';

export interface OnceWork<Result> {
  effect: GuardedEffect;
  /** Only reads, so that there is nothing to roll back. */
  readsOnly?: boolean;
  execute(tx: Transaction): Promise<Settled<Result>>;
}

export type Once = <Result>(work: OnceWork<Result>) => Promise<Result | Blocked>;

interface OnceParts {
  database: Database;
  steps: Steps;
  ledger: Ledger;
  guard: Guard;
}

/** Does a piece of local work and stores its result with it; when it ran before, the stored result is given. */
export function createOnce({ database, steps, ledger, guard }: OnceParts): Once {
  return async <Result>(work: OnceWork<Result>) => {
    const done = (await reuse(work)) ?? (await attempt(work)) ?? (await explain(work));
    return done as Result | Blocked;
  };

  async function attempt<Result>(work: OnceWork<Result>): Promise<Result | undefined> {
    const { effect, execute } = work;
    const startedAt = new Date();
    const claim = ({ record, outcome }: Settled<Result>) =>
      steps.first({ ...storedAs(effect), record, result: outcome, startedAt });
    if (work.readsOnly) return guard.performWithin(database.direct, effect, { execute, claim });
    return unlessUndone(database, (tx) => guard.performWithin(tx, effect, { execute, claim }));
  }

  /** The same effect with the same digest, confirmed in an earlier round, is not done again. */
  async function reuse({ effect, readsOnly }: OnceWork<unknown>): Promise<unknown> {
    const { digest, step } = effect;
    if (readsOnly || step.address.round === 0) return undefined;
    const earlier = await steps.findInEarlierRound(database.direct, { address: step.address, digest });
    if (!earlier) return undefined;
    const { key, result } = earlier;
    const claim = await steps.first({ ...storedAs(effect), record: { reused: key }, result, startedAt: new Date() });
    const entry = await ledger.entries({
      kind: 'effect-reused',
      runId: step.run.id,
      actor: `process:${step.run.process}`,
      body: { step: stepKey(step.address), effect: effect.effect, digest, from: key },
    });
    await writeTogether(database.direct, { claim, writes: [entry] });
    return result;
  }

  function explain({ effect }: OnceWork<unknown>): Promise<unknown> {
    return database.transaction(async (tx) => {
      const { address } = effect.step;
      const stored = await steps.find(tx, { address });
      if (stored) return stored.result;
      const refused = await guard.whyNot(tx, effect);
      if (refused) return refused;
      throw new Error(`The step ${stepKey(address)} was not done, and nothing stood against it: it is tried again`);
    });
  }
}

function storedAs({ effect, digest, step }: GuardedEffect) {
  return { address: step.address, kind: effect, digest };
}

class Undone extends Error {}

/** Runs the work in a transaction of its own, which leaves nothing behind where nothing came of it. */
async function unlessUndone<Result>(
  database: Database,
  work: (tx: Transaction) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  try {
    return await database.transaction(async (tx) => {
      const result = await work(tx);
      if (result === undefined) throw new Undone();
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return undefined;
    throw error;
  }
}
