import { type BudgetAmount, type SpentBudget, shareOf } from '#contracts/budget.ts';
import type { Budget } from '#governance/registry/index.ts';
import type { BudgetGrantRow } from '#store/budget-grants.ts';
import type { WindowRow } from '#store/budget-windows.ts';
import type { PauseRow } from '#store/pauses.ts';
import { hasRoom, limitWith } from './room.ts';
import { shareLimit } from './share.ts';

export type BudgetPause = Pick<PauseRow, 'id' | 'runId' | 'budgets'>;

export interface Standing {
  budgets: readonly Budget[];
  windows: readonly WindowRow[];
  grants: readonly BudgetGrantRow[];
  now: Date;
}

/** Those that have room again, the oldest first; what one of them asks for is not let to the next one too. */
export function pausesWithRoom(pauses: readonly BudgetPause[], standing: Standing): readonly BudgetPause[] {
  const taken = new Map<string, BudgetAmount>();
  return pauses.filter((pause) => {
    const places = pause.budgets.map((spent) => placeFor(spent, pause.runId));
    if (places.includes(undefined)) return false;
    for (const place of places) if (place) taken.set(place.key, sumOf(takenOf(place.key), place.asked));
    return true;
  });

  /** Where the call may count now; nothing where it may not yet. A budget that is over, or is gone, asks for no place. */
  function placeFor(spent: SpentBudget, runId: string): Place | null | undefined {
    const { asked, resets, window } = spent;
    const budget = standing.budgets.find(({ name }) => name === spent.budget);
    if (!budget || (resets !== null && Date.parse(resets) <= standing.now.getTime())) return null;
    const share = shareOf(window, runId);
    if (fits(window, { limit: budget.limit, asked })) return { key: window, asked };
    return isGranted(share) && fits(share, { limit: shareLimit(budget.limit), asked })
      ? { key: share, asked }
      : undefined;
  }

  function fits(key: string, { limit, asked }: { limit: Budget['limit']; asked: BudgetAmount }): boolean {
    const row = standing.windows.find((window) => window.key === key) ?? { used: nothing, reserved: nothing };
    const used = sumOf(row.used, takenOf(key));
    return hasRoom({ used, reserved: row.reserved }, limitWith(limit, grantedTo(key)), asked);
  }

  function takenOf(key: string): BudgetAmount {
    return taken.get(key) ?? nothing;
  }

  function isGranted(key: string): boolean {
    return standing.grants.some(({ windowKey }) => windowKey === key);
  }

  function grantedTo(key: string): BudgetAmount {
    return standing.grants.filter(({ windowKey }) => windowKey === key).reduce<BudgetAmount>(sumOf, nothing);
  }
}

interface Place {
  key: string;
  asked: BudgetAmount;
}

const nothing: BudgetAmount = { tokens: 0, micros: 0 };

function sumOf(one: BudgetAmount, other: BudgetAmount): BudgetAmount {
  return { tokens: one.tokens + other.tokens, micros: one.micros + other.micros };
}
