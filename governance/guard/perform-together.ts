import type { Blocked } from '#contracts/guard.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { writeTogether } from '#store/write-together.ts';
import type { GuardedEffect, Settled } from './effect.ts';
import { intentEntry, outcomeEntry } from './entries.ts';
import type { createStages } from './stages.ts';

export interface JointWork<Raw> {
  execute(intended: readonly GuardedEffect[]): Promise<Raw>;
  /** How it came out for one of the effects. */
  conclude(effect: GuardedEffect, raw: Raw): Settled<void>;
}

interface Parts {
  database: Database;
  ledger: Ledger;
  admit: ReturnType<typeof createStages>;
  whyNot(tx: Transaction, effect: GuardedEffect): Promise<Blocked | undefined>;
}

/** All intents are one statement, and all outcomes another; each run's ledger tells its own. */
export function createPerformTogether({ database, ledger, admit, whyNot }: Parts) {
  return async <Raw>(effects: readonly GuardedEffect[], work: JointWork<Raw>): Promise<readonly GuardedEffect[]> => {
    const intended = await intend(effects);
    const stopped = effects.filter((effect) => !intended.includes(effect));
    await Promise.all(stopped.map((effect) => database.transaction((tx) => whyNot(tx, effect))));
    if (intended.length > 0) await conclude(intended, work);
    return stopped;
  };

  async function intend(effects: readonly GuardedEffect[]): Promise<readonly GuardedEffect[]> {
    const admitted = effects.flatMap((effect) => {
      const verdict = admit(effect);
      return verdict.kind === 'admitted' ? [{ effect, record: intentEntry(effect, verdict.stages) }] : [];
    });
    if (admitted.length === 0) return [];
    const entries = admitted.map(({ effect, record }) => ({ run: effect.step.run, record }));
    const standing = await ledger.appendWhileStanding(database.direct, entries);
    return admitted.map(({ effect }) => effect).filter(({ step }) => standing.has(step.run.id));
  }

  async function conclude<Raw>(intended: readonly GuardedEffect[], work: JointWork<Raw>): Promise<void> {
    const raw = await work.execute(intended);
    const outcomes = intended.map((effect) => ({ effect, settled: work.conclude(effect, raw) }));
    const entries = await ledger.entries(...outcomes.map(({ effect, settled }) => outcomeEntry(effect, settled)));
    const writes = outcomes.flatMap(({ settled }) => settled.writes ?? []);
    await writeTogether(database.direct, { writes: [...writes, entries] });
  }
}
