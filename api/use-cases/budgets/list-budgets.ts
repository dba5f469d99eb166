import type { BudgetList, BudgetWindowItem } from '#contracts/http/budget.ts';
import type { Person } from '#contracts/person.ts';
import { limitWith } from '#governance/budgets/room.ts';
import type { Budget, RegistrySource } from '#governance/registry/index.ts';
import { type BudgetGrantRow, listGrantsTo } from '#store/budget-grants.ts';
import { listOpenWindows, type WindowRow } from '#store/budget-windows.ts';
import { listBudgetPauses } from '#store/pauses.ts';
import type { Reads } from '../database.ts';
import { describeGrant } from './describe-grant.ts';
import type { JudgeBudget } from './judge-budget.ts';

interface ListParts {
  reads: Reads;
  registry: RegistrySource;
  judge: Pick<JudgeBudget, 'admitRead' | 'mayGrant'>;
}

const mostWindows = 20;
const mostWaiting = 200;

/** What budgets have used, what is reserved in them, and who waits for which. */
export function createListBudgets({ reads, registry, judge }: ListParts) {
  return async (by: Person): Promise<BudgetList> => {
    await judge.admitRead(by);
    const budgets = registry.current().budgets();
    const names = budgets.map(({ name }) => name);
    const pauses = await listBudgetPauses(reads, mostWaiting);
    const besides = pauses.flatMap((pause) => pause.budgets.map(({ window }) => window));
    const windows = await listOpenWindows(reads, { budgets: names, each: mostWindows, besides });
    const grants = await listGrantsTo(
      reads,
      windows.map(({ key }) => key),
    );
    const items = budgets.map((budget) => ({
      ...described(budget),
      mayGrant: judge.mayGrant(by, budget),
      windows: windows
        .filter((window) => window.budget === budget.name)
        .map((window) => describeWindow(window, { budget, pauses, grants })),
    }));
    return { items };
  };
}

function described({ name, title, per, limit, currency, atLimit, unknownPrice }: Budget) {
  return { name, title, per, limit, currency, atLimit, unknownPrice };
}

interface Around {
  budget: Budget;
  pauses: Awaited<ReturnType<typeof listBudgetPauses>>;
  grants: readonly BudgetGrantRow[];
}

function describeWindow(row: WindowRow, { budget, pauses, grants }: Around): BudgetWindowItem {
  const { key: window, calls, unpriced, used, reserved, granted, until } = row;
  const waiting = pauses.flatMap(({ runId: run, budgets }) =>
    budgets.filter((spent) => spent.window === window).map(({ asked }) => ({ run, asked })),
  );
  const own = grants.filter(({ windowKey }) => windowKey.split('#')[0] === window);
  return {
    ...{ window, calls, unpriced, used, reserved, waiting },
    limit: limitWith(budget.limit, granted),
    resets: until?.toISOString() ?? null,
    grants: own.map(describeGrant),
  };
}
