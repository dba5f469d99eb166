import { AppError } from '#contracts/errors.ts';
import type { GrantAnswer, GrantRequest } from '#contracts/http/budget.ts';
import type { Person } from '#contracts/person.ts';
import type { GrantBudget } from '#governance/budgets/grant.ts';
import type { Budget, RegistrySource } from '#governance/registry/index.ts';
import { findRun } from '#store/runs.ts';
import type { Reads } from '../database.ts';
import { describeGrant } from './describe-grant.ts';
import type { JudgeBudget } from './judge-budget.ts';

export interface GrantParts {
  reads: Reads;
  registry: RegistrySource;
  judge: Pick<JudgeBudget, 'admitGrant'>;
  grant: GrantBudget;
}

export type GrantAsked = GrantRequest & { by: Person; budget: string; idempotencyKey?: string | undefined };

/** Gives a budget more, for whoever may: for all that it counts now, or for one run. */
export function createGrantBudgetFor({ reads, registry, judge, grant }: GrantParts) {
  return async ({ budget: name, ...asked }: GrantAsked): Promise<GrantAnswer> => {
    const budgets = registry.current().budgets();
    const budget = budgets.find((known) => known.name === name);
    if (!budget) throw unknownBudget(name, budgets);
    await judge.admitGrant(asked.by, { budget, own: await isOwn(budget, asked) });
    return { grant: describeGrant(await grant({ ...asked, budget })) };
  };

  /** A run that they started, or the day that counts what they start. */
  async function isOwn({ name, per }: Budget, { by, run, window }: Omit<GrantAsked, 'budget'>): Promise<boolean> {
    if (per === 'caller-and-day' && window.startsWith(`${name}/${by.id}/`)) return true;
    const counted = run ?? (per === 'run' ? window.slice(name.length + 1) : undefined);
    if (counted === undefined) return false;
    const row = await findRun(reads, counted);
    if (row) return row.startedBy === by.id;
    throw new AppError('not-found', `There is no run ${counted}`);
  }
}

function unknownBudget(name: string, budgets: readonly Budget[]): AppError {
  const known = budgets.map((budget) => budget.name).join(', ');
  return new AppError('not-found', `There is no budget ${name}: the registry has ${known}`);
}
