import { type Loop, startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';
import { type BudgetWatchParts, createWatchBudgets } from './watch-budgets.ts';

/** Looks in the background whether runs go on that wait for a budget. */
export function startBudgetWatch({ log, ...parts }: BudgetWatchParts & { log: Log }): Pick<Loop, 'stop'> {
  return startLoop({ name: 'budget watch', everyMs: 1000, log, turn: createWatchBudgets(parts) });
}
