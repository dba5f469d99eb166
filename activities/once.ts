import type { Blocked } from '#contracts/guard.ts';
import { stepKey } from '#contracts/step.ts';
import type { Guard, GuardedEffect, Settled } from '#governance/guard/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import type { Database, Transaction } from '#store/database.ts';
import { createReuse } from './reuse.ts';

export interface OnceWork<Result> {
  effect: GuardedEffect;
  /** Only reads: done anew in each round, since what is read may have changed. */
  readsOnly?: boolean;
  /** What of an earlier round is not done again; all of it, where nothing is said. */
  isConfirmed?(result: unknown): boolean;
  /** What it comes to where this step did something else before; what that came to, where nothing is said. */
  otherwise?: Result;
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
  const reuse = createReuse({ database, steps, ledger });
  return async <Result>(work: OnceWork<Result>) => {
    const { effect, readsOnly, isConfirmed } = work;
    const earlier = readsOnly ? undefined : await reuse(effect, isConfirmed);
    const done = earlier ?? (await attempt(work)) ?? (await explain(work));
    return done as Result | Blocked;
  };

  async function attempt<Result>(work: OnceWork<Result>): Promise<Result | undefined> {
    const { effect, execute } = work;
    const startedAt = new Date();
    const claim = ({ record, outcome }: Settled<Result>) =>
      steps.first({ ...storedAs(effect), record, result: outcome, startedAt });
    return guard.performWithin(effect, { execute, claim });
  }

  function explain({ effect, otherwise }: OnceWork<unknown>): Promise<unknown> {
    return database.transaction(async (tx) => {
      const { address } = effect.step;
      const stored = await steps.find(tx, { address });
      if (stored && otherwise !== undefined && stored.row.digest !== effect.digest) return otherwise;
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
