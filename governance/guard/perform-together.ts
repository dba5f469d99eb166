import type { Blocked } from '#contracts/guard.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import type { Facts, GuardedEffect } from './effect.ts';
import { intentEntry, outcomeEntry } from './entries.ts';
import type { createStages } from './stages.ts';
import { targetsOf } from './targets.ts';

export interface JointOutcome {
  /** How each effect came out, in their order. */
  facts: readonly Facts[];
  /** Rows that keep what came out, written with the ledger's entries. */
  writes: readonly Write[];
}

/** An act that did not happen, and why; without a reason where what stood against it is over already. */
export interface Stopped<Act> {
  act: Act;
  why: Blocked | undefined;
}

/** Effects of several runs that happen in one act; answers those that did not happen. */
export type PerformTogether = <Act extends { effect: GuardedEffect }>(
  acts: readonly Act[],
  execute: (intended: readonly Act[]) => Promise<JointOutcome>,
) => Promise<readonly Stopped<Act>[]>;

interface Parts {
  database: Database;
  ledger: Ledger;
  admit: ReturnType<typeof createStages>;
  whyNot(tx: Transaction, effect: GuardedEffect): Promise<Blocked | undefined>;
}

/** All intents are one statement, and all outcomes another; each run's ledger tells its own. */
export function createPerformTogether({ database, ledger, admit, whyNot }: Parts): PerformTogether {
  return async (acts, execute) => {
    const standing = await intend(acts.map(({ effect }) => effect));
    const intended = acts.filter(({ effect }) => standing.has(effect));
    const others = acts.filter(({ effect }) => !standing.has(effect));
    const perform = async () => {
      if (intended.length > 0) await conclude(intended, await execute(intended));
    };
    // Why the others do not happen may take as long as somebody holds their runs; nothing is told before all has ended.
    const [stopped, performed] = await Promise.allSettled([Promise.all(others.map(whyStopped)), perform()]);
    if (performed.status === 'rejected') throw performed.reason;
    if (stopped.status === 'rejected') throw stopped.reason;
    return stopped.value;
  };

  async function whyStopped<Act extends { effect: GuardedEffect }>(act: Act): Promise<Stopped<Act>> {
    return { act, why: await database.transaction((tx) => whyNot(tx, act.effect)) };
  }

  async function intend(effects: readonly GuardedEffect[]): Promise<ReadonlySet<GuardedEffect>> {
    const admitted = effects.flatMap((effect) => {
      const verdict = admit(effect);
      return verdict.kind === 'admitted' ? [{ effect, record: intentEntry(effect, verdict.stages) }] : [];
    });
    if (admitted.length === 0) return new Set();
    const entries = admitted.map(({ effect, record }) => ({
      run: effect.step.run,
      targets: targetsOf(effect),
      record,
    }));
    const standing = await ledger.appendWhileStanding(database.direct, entries);
    return new Set(admitted.filter((_, place) => standing.has(place)).map(({ effect }) => effect));
  }

  async function conclude(acts: readonly { effect: GuardedEffect }[], { facts, writes }: JointOutcome): Promise<void> {
    const records = acts.flatMap(({ effect }, index) => {
      const fact = facts[index];
      return fact ? [outcomeEntry(effect, fact)] : [];
    });
    await writeTogether(database.direct, { writes: [...writes, await ledger.entries(...records)] });
  }
}
