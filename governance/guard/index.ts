import type { Blocked, StageRecord } from '#contracts/guard.ts';
import { placeSpending } from '#governance/budgets/place-spending.ts';
import { reserveAtOnce, unlessOverfull } from '#governance/budgets/reserve-at-once.ts';
import { settlementOf } from '#governance/budgets/settle.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { checkStanding, type Standing } from '#governance/runs/standing.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { runStands } from '#store/runs.ts';
import { arrayOf, noneIsOff } from '#store/switches.ts';
import { type Condition, type Write, writeTogether } from '#store/write-together.ts';
import type { Conclusion, Facts, GuardedEffect, Settled } from './effect.ts';
import { intentEntry, outcomeEntry, refusalEntry } from './entries.ts';
import { createPerformTogether, type PerformTogether } from './perform-together.ts';
import type { createStages } from './stages.ts';
import { whySwitchedOff } from './switched-off.ts';
import { targetsOf } from './targets.ts';

export { type Conclusion, type Facts, type GuardedEffect, processOf, type Settled } from './effect.ts';

export interface OutsideWork<Raw, Outcome> {
  /** The row that says what is about to happen, where it is made for the first time; written with the intent. */
  claim?(): Promise<Write | undefined>;
  /** Rows that say what is about to happen each time it does, written with the intent. */
  beside?(): Promise<readonly Write[]>;
  /** What has to hold besides for it to happen at once. */
  where?: readonly Condition[];
  /**
   * Where that does not hold, or the claim found its row made before: reads why, and goes on with it; throws or a value
   * stop the effect.
   */
  prepare?(tx: Transaction): Promise<Outcome | undefined>;
  execute(): Promise<Raw>;
  conclude(raw: Raw): Promise<Conclusion<Outcome>>;
}

/** What is written with an intent, and what has to hold for it. */
interface Intended {
  claim: Write | undefined;
  beside: readonly Write[];
  where: readonly Condition[];
}

export interface LocalWork<Outcome> {
  /** Reads what it needs, and says what is to be written. */
  execute(reads: Transaction): Promise<Settled<Outcome>>;
  /** The row that says that it was done, which nobody may have made before. */
  claim(settled: Settled<Outcome>): Promise<Write>;
}

export interface Guard {
  /** An effect outside our database: intent is committed before it, outcome after it. */
  perform<Raw, Outcome>(effect: GuardedEffect, work: OutsideWork<Raw, Outcome>): Promise<Outcome | Blocked>;
  /**
   * An effect inside our database: what it writes, its intent, outcome and claim are one statement. Nothing comes of
   * it where the claim was made before or the effect may not happen.
   */
  performWithin<Outcome>(effect: GuardedEffect, work: LocalWork<Outcome>): Promise<Outcome | undefined>;
  performTogether: PerformTogether;
  /** Why an effect may not happen, if so; the refusal is written down. */
  whyNot(tx: Transaction, effect: GuardedEffect): Promise<Blocked | undefined>;
}

export function createGuard(parts: {
  database: Database;
  ledger: Ledger;
  admit: ReturnType<typeof createStages>;
}): Guard {
  const { database, ledger } = parts;

  const enter = async (tx: Transaction, effect: GuardedEffect): Promise<readonly StageRecord[] | Blocked> => {
    const standing = await checkStanding(tx, effect.step.run);
    const stopped = whyFallen(effect, standing) ?? (await whySwitchedOff(tx, targetsOf(effect)));
    const verdict = stopped ?? parts.admit(effect);
    if (verdict.kind === 'admitted') return verdict.stages;
    await ledger.append(tx, refusalEntry(effect, verdict));
    return verdict;
  };

  const standing = (effect: GuardedEffect, ...more: readonly Condition[]) => {
    const { step, recordsWhatHappened: cancelled = false } = effect;
    return runStands(step.run, { cancelled, where: [noneIsOff(arrayOf(targetsOf(effect))), ...more] });
  };

  /** The common case, an effect that is allowed and comes for the first time, in a single statement that commits by itself. */
  const intendAtOnce = async (effect: GuardedEffect, { claim, beside, where }: Intended): Promise<boolean> => {
    const verdict = parts.admit(effect);
    if (verdict.kind !== 'admitted') return false;
    const room = reserveAtOnce(effect.spending);
    const writes = [...beside, await ledger.entries(intentEntry(effect, verdict.stages)), ...room.writes];
    const condition = standing(effect, ...where, ...room.conditions);
    return unlessOverfull(writeTogether(database.direct, { condition, ...(claim ? { claim } : {}), writes }));
  };

  const intend = <Outcome>(
    effect: GuardedEffect,
    { prepare, beside }: Pick<OutsideWork<unknown, Outcome>, 'prepare'> & Pick<Intended, 'beside'>,
  ) =>
    database.transaction(async (tx) => {
      const stages = await enter(tx, effect);
      if ('kind' in stages) return { kind: 'stopped', value: stages } as const;
      const prepared = await prepare?.(tx);
      if (prepared !== undefined) return { kind: 'stopped', value: prepared } as const;
      const placed = await placeSpending(tx, effect);
      if (placed.kind === 'blocked') {
        await ledger.append(tx, refusalEntry(effect, placed));
        return { kind: 'stopped', value: placed } as const;
      }
      const entry = await ledger.entries(intentEntry(effect, placed.stagesOf(stages)));
      await writeTogether(tx, { writes: [...beside, entry, ...placed.writes] });
      return { kind: 'intended' } as const;
    });

  const record = async (tx: Transaction, effect: GuardedEffect, facts: Facts): Promise<void> => {
    const entry = await ledger.entries(outcomeEntry(effect, facts));
    const { named = {}, writes = [] } = settlementOf({ ...effect, used: facts.used });
    await writeTogether(tx, { named, writes: [...(facts.writes ?? []), entry, ...writes] });
  };

  const conclude = async <Outcome>(effect: GuardedEffect, conclusion: Conclusion<Outcome>): Promise<Outcome> => {
    if ('follow' in conclusion) {
      return database.transaction(async (tx) => {
        await record(tx, effect, conclusion);
        return conclusion.follow(tx);
      });
    }
    await record(database.direct, effect, conclusion);
    return conclusion.outcome;
  };

  const whyNot = async (tx: Transaction, effect: GuardedEffect): Promise<Blocked | undefined> => {
    const stages = await enter(tx, effect);
    return 'kind' in stages ? stages : undefined;
  };

  return {
    perform: async (effect, work) => {
      const { where = [], prepare } = work;
      const [claim, beside = []] = await Promise.all([work.claim?.(), work.beside?.()]);
      const mayBeAtOnce = claim !== undefined || where.length > 0 || !prepare;
      const entered =
        mayBeAtOnce && (await intendAtOnce(effect, { claim, beside, where }))
          ? ({ kind: 'intended' } as const)
          : await intend(effect, { ...(prepare ? { prepare } : {}), beside });
      if (entered.kind === 'stopped') return entered.value;
      return conclude(effect, await work.conclude(await work.execute()));
    },
    performWithin: async (effect, work) => {
      const verdict = parts.admit(effect);
      if (verdict.kind !== 'admitted') return undefined;
      // What is switched off is not read either; whether it may be written to is asked as it is written.
      if (await whySwitchedOff(database.direct, targetsOf(effect))) return undefined;
      const settled = await work.execute(database.direct);
      const entries = await ledger.entries(intentEntry(effect, verdict.stages), outcomeEntry(effect, settled));
      const claim = await work.claim(settled);
      const writes = [...(settled.writes ?? []), entries];
      const isDone = await writeTogether(database.direct, { condition: standing(effect), claim, writes });
      return isDone ? settled.outcome : undefined;
    },
    performTogether: createPerformTogether({ ...parts, whyNot }),
    whyNot,
  };
}

/** What has happened is written down even once the run was cancelled. */
function whyFallen(effect: GuardedEffect, standing: Standing): Blocked | undefined {
  if (standing.kind === 'stands') return undefined;
  if (standing.kind === 'cancelled' && effect.recordsWhatHappened) return undefined;
  return { kind: 'blocked', stage: 'standing', reason: standing.why };
}
