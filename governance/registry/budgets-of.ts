import type { AtLimit, BudgetLimit, BudgetScope, UnknownPrice } from '#contracts/budget.ts';
import { microsOf } from '#contracts/money.ts';
import type { RegistryContent } from './read-registry.ts';

/** A budget as calls are held against it. */
export interface Budget {
  name: string;
  title: string;
  per: BudgetScope;
  /** In which days begin; absent where none are counted. */
  timeZone?: string;
  processes?: readonly string[];
  limit: BudgetLimit;
  /** Of the money; null where only tokens are limited. */
  currency: string | null;
  atLimit: AtLimit;
  unknownPrice: UnknownPrice;
}

/** What a model's provider takes in a minute; null where no source says so. */
export type ModelLimits = { requests: number; tokens: number } | null;

export function budgetsOf({ budgets, calendars }: RegistryContent): readonly Budget[] {
  return [...budgets.values()].map(({ value }) => {
    const { name, title, per, calendar, processes, tokens, money, atLimit, unknownPrice } = value;
    const timeZone = calendar === undefined ? undefined : calendars.get(calendar)?.value.timeZone;
    return {
      ...{ name, title, per, atLimit, unknownPrice },
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(processes ? { processes } : {}),
      limit: { tokens, micros: money === null ? null : microsOf(money) },
      currency: money?.currency ?? null,
    };
  });
}

export function limitsOfModel({ models }: RegistryContent, name: string): ModelLimits {
  return models.get(name)?.value.limits ?? null;
}
