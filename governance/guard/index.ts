import type { Blocked, StageRecord } from '#contracts/guard.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { checkStanding, type Standing } from '#governance/runs/standing.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { AdmissionRequest, createStages } from './stages.ts';

export interface GuardedEffect extends AdmissionRequest {
  step: StepCall;
  /** SHA-256 of exactly what is about to happen. */
  digest: string;
  /** Writes down what has happened already, which a cancel does not undo. */
  recordsWhatHappened?: boolean;
}

/** How an effect came out, for the ledger: `done`, `failed` (it did not happen) or `unknown`. */
export interface Conclusion<Outcome> {
  verdict: 'done' | 'failed' | 'unknown';
  result: string;
  /** What the other side said in its own words, which may name people. */
  words?: string;
  record: Readonly<Record<string, unknown>>;
  outcome: Outcome;
}

export interface OutsideWork<Raw, Outcome> {
  /** Rows that say what is about to happen, written with the intent; throws or a value stop the effect. */
  prepare?(tx: Transaction): Promise<Outcome | undefined>;
  execute(): Promise<Raw>;
  /** Rows that keep the outcome, written with its ledger entry. */
  conclude(tx: Transaction, raw: Raw): Promise<Conclusion<Outcome>>;
}

export interface Guard {
  /** An effect outside our database: intent is committed before it, outcome after it. */
  perform<Raw, Outcome>(effect: GuardedEffect, work: OutsideWork<Raw, Outcome>): Promise<Outcome | Blocked>;
  /** An effect inside our database: it, its intent and its outcome are one transaction. */
  performWithin<Outcome>(
    tx: Transaction,
    effect: GuardedEffect,
    work: () => Promise<Conclusion<Outcome>>,
  ): Promise<Outcome | Blocked>;
}

export function createGuard(parts: {
  database: Database;
  ledger: Ledger;
  admit: ReturnType<typeof createStages>;
}): Guard {
  const { database, ledger } = parts;

  const enter = async (tx: Transaction, effect: GuardedEffect): Promise<readonly StageRecord[] | Blocked> => {
    const standing = await checkStanding(tx, effect.step.run);
    const verdict = whyFallen(effect, standing) ?? parts.admit(effect);
    if (verdict.kind === 'admitted') return verdict.stages;
    await ledger.append(tx, {
      kind: 'effect-refused',
      ...authorOf(effect),
      body: { ...describe(effect), stage: verdict.stage, why: verdict.reason },
    });
    return verdict;
  };

  const intent = (effect: GuardedEffect, stages: readonly StageRecord[]) =>
    ({
      kind: 'effect-intended',
      ...authorOf(effect),
      body: { ...describe(effect), digest: effect.digest, stages },
    }) as const;

  /** The common case, an effect that is allowed and needs no rows of its own, in a single statement that commits by itself. */
  const intendAtOnce = async (effect: GuardedEffect): Promise<boolean> => {
    const verdict = parts.admit(effect);
    if (verdict.kind !== 'admitted') return false;
    return ledger.appendWhileStanding(database.direct, effect.step.run, intent(effect, verdict.stages));
  };

  const intend = <Outcome>(effect: GuardedEffect, work: Pick<OutsideWork<unknown, Outcome>, 'prepare'>) =>
    database.transaction(async (tx) => {
      const stages = await enter(tx, effect);
      if ('kind' in stages) return { kind: 'stopped', value: stages } as const;
      const prepared = await work.prepare?.(tx);
      if (prepared !== undefined) return { kind: 'stopped', value: prepared } as const;
      await ledger.append(tx, intent(effect, stages));
      return { kind: 'intended' } as const;
    });

  return {
    perform: async (effect, work) => {
      const isIntended = !work.prepare && (await intendAtOnce(effect));
      const entered = isIntended ? ({ kind: 'intended' } as const) : await intend(effect, work);
      if (entered.kind === 'stopped') return entered.value;
      const raw = await work.execute();
      return database.transaction(async (tx) => {
        const conclusion = await work.conclude(tx, raw);
        await ledger.append(tx, outcomeRecord(effect, conclusion));
        return conclusion.outcome;
      });
    },
    performWithin: async (tx, effect, work) => {
      const stages = await enter(tx, effect);
      if ('kind' in stages) return stages;
      const conclusion = await work();
      await ledger.append(tx, intent(effect, stages), outcomeRecord(effect, conclusion));
      return conclusion.outcome;
    },
  };
}

/** What has happened is written down even once the run was cancelled. */
function whyFallen(effect: GuardedEffect, standing: Standing): Blocked | undefined {
  if (standing.kind === 'stands') return undefined;
  if (standing.kind === 'cancelled' && effect.recordsWhatHappened) return undefined;
  return { kind: 'blocked', stage: 'standing', reason: standing.why };
}

function authorOf(effect: GuardedEffect): { runId: string; actor: string } {
  return { runId: effect.step.run.id, actor: `process:${effect.step.run.process}` };
}

function describe(effect: GuardedEffect): { step: string; effect: string; asset: string } {
  return { step: stepKey(effect.step.address), effect: effect.effect, asset: effect.asset };
}

function outcomeRecord(effect: GuardedEffect, conclusion: Conclusion<unknown>) {
  const body = { ...describe(effect), digest: effect.digest };
  const { result, record, words } = conclusion;
  const sealed = words === undefined ? {} : { sealed: words };
  switch (conclusion.verdict) {
    case 'done':
      return { kind: 'effect-done', ...authorOf(effect), body: { ...body, result, record }, ...sealed } as const;
    case 'failed':
      return { kind: 'effect-failed', ...authorOf(effect), body: { ...body, why: result }, ...sealed } as const;
    case 'unknown':
      return { kind: 'effect-unknown', ...authorOf(effect), body: { ...body, why: result }, ...sealed } as const;
  }
}
