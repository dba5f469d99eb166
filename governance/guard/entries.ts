import type { Blocked, StageRecord } from '#contracts/guard.ts';
import { stepKey } from '#contracts/step.ts';
import { spentOf } from '#governance/budgets/settle.ts';
import type { Facts, GuardedEffect } from './effect.ts';

/** The ledger's entry that an effect is about to happen. */
export function intentEntry(effect: GuardedEffect, stages: readonly StageRecord[]) {
  const { passedOver = [] } = effect;
  const body = { ...identify(effect), ...dataOf(effect), stages, ...(passedOver.length > 0 ? { passedOver } : {}) };
  return { kind: 'effect-intended', ...authorOf(effect), body } as const;
}

/** The ledger's entry that an effect may not happen. */
export function refusalEntry(effect: GuardedEffect, { stage, reason, heal }: Blocked) {
  const healed = heal === undefined ? {} : { heal };
  const body = { ...describe(effect), ...dataOf(effect), stage, why: reason, ...healed };
  return { kind: 'effect-refused', ...authorOf(effect), body } as const;
}

/** The ledger's entry of how an effect came out. */
export function outcomeEntry(effect: GuardedEffect, facts: Facts) {
  const body = { ...identify(effect), ...spentOf({ ...effect, used: facts.used }) };
  const { result, record, words } = facts;
  const sealed = words === undefined ? {} : { sealed: words };
  const recorded = Object.keys(record).length > 0 ? { record } : {};
  switch (facts.verdict) {
    case 'done':
      return { kind: 'effect-done', ...authorOf(effect), body: { ...body, result, record }, ...sealed } as const;
    case 'failed':
      return {
        kind: 'effect-failed',
        ...authorOf(effect),
        body: { ...body, why: result, ...recorded },
        ...sealed,
      } as const;
    case 'unknown':
      return {
        kind: 'effect-unknown',
        ...authorOf(effect),
        body: { ...body, why: result, ...recorded },
        ...sealed,
      } as const;
  }
}

function authorOf(effect: GuardedEffect): { runId: string; actor: string } {
  return { runId: effect.step.run.id, actor: `process:${effect.step.run.process}` };
}

/** The kinds of data alone, never the data. */
function dataOf({ question }: GuardedEffect): { categories?: readonly string[] } {
  return question ? { categories: question.context.categories } : {};
}

function identify(effect: GuardedEffect) {
  const { digest, call } = effect;
  return { ...describe(effect), digest, ...(call === undefined ? {} : { call }) };
}

function describe(effect: GuardedEffect): { step: string; effect: string; asset: string } {
  return { step: stepKey(effect.step.address), effect: effect.effect, asset: effect.asset };
}
