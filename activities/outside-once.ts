import { AppError } from '#contracts/errors.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { effectKey } from '#contracts/step.ts';
import type { Conclusion, Guard, GuardedEffect, Settled } from '#governance/guard/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { FinishedStep, Steps } from '#governance/steps/index.ts';
import type { Database, Transaction } from '#store/database.ts';
import {
  concludeOutsideEffect,
  insertOutsideEffect,
  lockOutsideEffect,
  type NewOutsideEffect,
  type OutsideEffectRow,
  tryOutsideEffectAgain,
} from '#store/outside-effects.ts';
import { writeTogether } from '#store/write-together.ts';
import { createReuse, isConfirmedBy } from './reuse.ts';

export interface OutsideWork<Outcome> {
  effect: GuardedEffect;
  /** Asks for it, under a key by which the system outside knows it again. */
  ask(key: string): Promise<OutsideAnswer<Outcome>>;
  /** What became of it, where it may have been asked for before; nothing where it was not done. */
  lookUp(key: string): Promise<OutsideAnswer<Outcome | undefined>>;
  /** How an answer counts: what `failed` was certainly not done, and is asked for anew in a later round. */
  settle(outcome: Outcome): Settled<Outcome>;
  /** What it comes to where this step asked for something else before, which may have been done. */
  otherwise: Outcome;
}

/** Without an answer nobody knows whether it was done, or it certainly was not. */
export type Unanswered = Exclude<OutsideAnswer<never>, { kind: 'answered' }>;
export type OutsideResult<Outcome> = { kind: 'answered'; outcome: Outcome } | Unanswered | Blocked;

export type OutsideOnce = <Outcome>(work: OutsideWork<Outcome>) => Promise<OutsideResult<Outcome>>;

interface OutsideParts {
  database: Database;
  steps: Steps;
  ledger: Ledger;
  guard: Guard;
}

/**
 * Does something by a system outside and stores its result; when it was done before, the stored result is given. What may
 * have been done is looked up before it is asked for again, and always asked for under the same key.
 */
export function createOutsideOnce({ database, steps, ledger, guard }: OutsideParts): OutsideOnce {
  const reuse = createReuse({ database, steps, ledger });
  return async <Outcome>(work: OutsideWork<Outcome>): Promise<OutsideResult<Outcome>> => {
    const { effect, settle } = work;
    const { address } = effect.step;
    const stored = await steps.find(database.direct, { address, digest: effect.digest });
    const known = stored?.result ?? (await reuse(effect, isConfirmedBy(settle)));
    if (known !== undefined) return { kind: 'answered', outcome: known as Outcome };
    const startedAt = new Date();
    let trial: Trial = { row: rowOf(effect), mayBeDone: false };
    return guard.perform<OutsideAnswer<Outcome>, OutsideResult<Outcome>>(effect, {
      claim: async () => insertOutsideEffect(trial.row),
      prepare: async (tx) => {
        const again = await tryAgain(tx, effect);
        if (again === 'other-order') return { kind: 'answered', outcome: work.otherwise };
        if (again) trial = again;
        return undefined;
      },
      execute: () => attempt(work, trial),
      conclude: (answer) => conclude(work, { answer, id: trial.row.id, startedAt }),
    });
  };

  async function conclude<Outcome>(
    { effect, settle }: OutsideWork<Outcome>,
    { answer, id, startedAt }: { answer: OutsideAnswer<Outcome>; id: string; startedAt: Date },
  ): Promise<Conclusion<OutsideResult<Outcome>>> {
    if (answer.kind !== 'answered') {
      const { kind, reason, words } = answer;
      const isUnknown = kind === 'unknown';
      const writes = [concludeOutsideEffect({ id, state: isUnknown ? 'unknown' : 'open' })];
      return { verdict: isUnknown ? 'unknown' : 'failed', result: reason, words, record: {}, writes, outcome: answer };
    }
    const { outcome, ...facts } = settle(answer.outcome);
    const { record, verdict } = facts;
    const state = stateAfter[verdict];
    const finished = await steps.latest({ ...storedAs(effect), record, result: outcome, startedAt });
    const words = answer.words ? { words: answer.words } : {};
    return {
      ...facts,
      ...words,
      writes: [concludeOutsideEffect({ id, state }), finished],
      outcome: { ...answer, outcome },
    };
  }
}

/** For the step to try again; what the system outside said of when is kept to. */
export function tryLater({ reason, ...answer }: Unanswered): AppError {
  const facts = 'retryAfterMs' in answer ? { retryAfterMs: answer.retryAfterMs } : {};
  return new AppError('records-unavailable', reason, { facts });
}

const stateAfter = { done: 'done', failed: 'refused', unknown: 'unknown' } as const;

/** One time that something is asked for. */
interface Trial {
  row: Pick<NewOutsideEffect, 'id' | 'runId' | 'connector' | 'key' | 'digest'>;
  mayBeDone: boolean;
}

async function attempt<Outcome>(
  work: OutsideWork<Outcome>,
  { row, mayBeDone }: Trial,
): Promise<OutsideAnswer<Outcome>> {
  if (!mayBeDone) return work.ask(row.key);
  const found = await work.lookUp(row.key);
  if (found.kind !== 'answered') return { ...found, kind: 'unknown' };
  const { outcome } = found;
  if (outcome !== undefined) return { ...found, outcome };
  const answer = await work.ask(row.key);
  // What was in doubt stays so: that this time it was not done says nothing of the time before.
  return answer.kind === 'not-now' ? { ...answer, kind: 'unknown' } : answer;
}

/** How it is asked for once more; what was refused before is another order by now, under a key of its own. */
async function tryAgain(tx: Transaction, effect: GuardedEffect): Promise<Trial | 'other-order' | undefined> {
  const first = rowOf(effect);
  const known = await lockOutsideEffect(tx, first.id);
  if (!known) {
    await writeTogether(tx, { claim: insertOutsideEffect(first), writes: [] });
    return undefined;
  }
  const { digest } = effect;
  const isAnew = known.state === 'refused';
  if (!isAnew && known.digest !== digest) return 'other-order';
  const key = isAnew ? `${first.id}/${known.attempts + 1}` : known.key;
  await tryOutsideEffectAgain(tx, { id: known.id, key, digest });
  return { row: { ...first, key }, mayBeDone: mayBeDone(known) };
}

function mayBeDone({ state }: OutsideEffectRow): boolean {
  return state === 'trying' || state === 'unknown' || state === 'done';
}

function rowOf({ step, asset, digest }: GuardedEffect): NewOutsideEffect {
  const id = effectKey(step.address);
  return { id, runId: step.run.id, connector: asset, key: id, digest };
}

function storedAs({ effect, digest, step }: GuardedEffect): Pick<FinishedStep, 'address' | 'kind' | 'digest'> {
  return { address: step.address, kind: effect, digest };
}
