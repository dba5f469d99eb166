import type { PinnedModel } from '#contracts/snapshot.ts';
import type { RunReference } from '#contracts/step-call.ts';
import { type Cost, costOf } from '#governance/ask/cost.ts';
import type { Budget, RegistrySource } from '#governance/registry/index.ts';
import type { CountedIn } from '#store/budget-windows.ts';
import { boundsOf, type Weighed } from './estimate.ts';
import type { Spending } from './spending.ts';
import { minuteOf, windowOf } from './windows.ts';

export interface CallToPlan {
  id: string;
  run: Pick<RunReference, 'id' | 'process'>;
  model: PinnedModel;
  request: Weighed & { timeoutMs: number };
}

export type PlanSpending = (call: CallToPlan) => Spending;

/** How long after the end of a call its outcome may still be told. */
const graceMs = 60_000;

/** Says what a call may come to, and in which windows that counts: those of the budgets, and the model's minute. */
export function createPlanSpending({ registry }: { registry: RegistrySource }): PlanSpending {
  return ({ id, run, model, request }) => {
    const at = new Date();
    const live = registry.current();
    const bounds = boundsOf(request);
    const cost = costOf(model, bounds);
    const budgets = live.budgets().flatMap((budget) => {
      const window = windowOf(budget, { run, at });
      return window ? [{ budget, window }] : [];
    });
    const refusing = budgets.find(({ budget }) => budget.unknownPrice === 'refuse' && isUnpriced(budget, cost));
    if (refusing) return { kind: 'unpriced', reason: whyUnpriced(refusing.budget, model) };
    const limits = live.limitsOfModel(model.name);
    const windows: CountedIn[] = budgets.map(({ budget, window }) => ({
      ...window,
      countsMoney: budget.currency !== null && !isUnpriced(budget, cost),
    }));
    return {
      kind: 'planned',
      budgets: budgets.map(({ budget }) => budget),
      reservation: {
        call: id,
        runId: run.id,
        amount: { tokens: bounds.inputTokens + bounds.outputTokens, micros: cost.kind === 'known' ? cost.micros : 0 },
        isUnpriced: cost.kind === 'unknown',
        windows: limits ? [...windows, minuteOf(model.name, limits, at)] : windows,
        until: new Date(at.getTime() + request.timeoutMs + graceMs),
      },
    };
  };
}

/** Whether nobody knows what a call costs in the currency of a budget. */
function isUnpriced({ currency }: Budget, cost: Cost): boolean {
  return currency !== null && (cost.kind === 'unknown' || cost.currency !== currency);
}

function whyUnpriced({ name, currency }: Budget, { name: model }: PinnedModel): string {
  return `registry/models/${model}.yaml has no price in ${currency}, and the budget ${name} is for none whose price is unknown: write the price with its source there, or 'unknownPrice: tokens-only' in registry/budgets/${name}.yaml`;
}
