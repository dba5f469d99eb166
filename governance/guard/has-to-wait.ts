import type { BudgetSpent, HasToWait, RegionDown } from '#contracts/guard.ts';
import { isSwitchedOff } from './switched-off.ts';

/** Whether a step is stopped for a while, and no longer. */
export function hasToWait(result: unknown): result is HasToWait {
  return isSwitchedOff(result) || isRegionDown(result) || isBudgetSpent(result);
}

export function isBudgetSpent(result: unknown): result is BudgetSpent {
  return typeof result === 'object' && result !== null && 'stage' in result && 'budgets' in result;
}

function isRegionDown(result: unknown): result is RegionDown {
  return typeof result === 'object' && result !== null && 'stage' in result && 'models' in result;
}
