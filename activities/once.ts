import type { Blocked } from '#contracts/guard.ts';
import { stepKey } from '#contracts/step.ts';
import type { Guard, GuardedEffect, Settled } from '#governance/guard/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database, Transaction } from '#store/database.ts';
import { writeTogether } from '#store/write-together.ts';

export interface OnceWork<Result> {
  effect: GuardedEffect;
  /** Only reads: done anew in each round, since what is read may have changed. */
  readsOnly?: boolean;
  execute(reads: Transaction): Promise<Settled<Result>>;
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
    return guard.performWithin(effect, { execute, claim });
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
