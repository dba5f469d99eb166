import { shareOf } from '#contracts/budget.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RegistrySource } from '#governance/registry/index.ts';
import type { Database } from '#platform/database/client.ts';
import { listGrantsTo } from '#store/budget-grants.ts';
import { listWindowsOf, removeWindows } from '#store/budget-windows.ts';
import { endPausesNamed, listBudgetPauses } from '#store/pauses.ts';
import { settleExpiredReservations } from '#store/settle-reservations.ts';
import { type BudgetPause, pausesWithRoom } from './room-now.ts';

/** Who counts as used what nobody tells of any more, and has runs go on, in the ledger. */
const actor = 'budget-watch';

const mostPauses = 500;
/** What is over is kept for so long, in milliseconds. */
const keptFor = 48 * 3_600_000;

export interface BudgetWatchParts {
  database: Database;
  ledger: Ledger;
  registry: RegistrySource;
}

/** One turn: what was reserved by calls that nobody tells of any more counts as used, and runs go on that have room again. */
export function createWatchBudgets({ database, ledger, registry }: BudgetWatchParts) {
  return async (): Promise<boolean> => {
    await settleExpired();
    await removeWindows(database.direct, { overBefore: new Date(Date.now() - keptFor) });
    const pauses = await listBudgetPauses(database.direct, mostPauses);
    const free = pauses.length === 0 ? [] : await withRoom(pauses);
    if (free.length > 0) await letGoOn(free);
    return false;
  };

  async function settleExpired(): Promise<void> {
    await database.transaction(async (tx) => {
      const expired = await settleExpiredReservations(tx);
      const entries = expired.map(
        ({ runId, ...body }) => ({ kind: 'reservation-expired', runId, actor, body }) as const,
      );
      if (entries.length > 0) await ledger.append(tx, ...entries);
    });
  }

  async function withRoom(pauses: readonly BudgetPause[]): Promise<readonly BudgetPause[]> {
    const named = pauses.flatMap(({ runId, budgets }) => budgets.map(({ window }) => ({ window, runId })));
    const keys = [...new Set(named.flatMap(({ window, runId }) => [window, shareOf(window, runId)]))];
    const [windows, grants] = await Promise.all([
      listWindowsOf(database.direct, keys),
      listGrantsTo(database.direct, [...new Set(named.map(({ window }) => window))]),
    ]);
    return pausesWithRoom(pauses, { budgets: registry.current().budgets(), windows, grants, now: new Date() });
  }

  async function letGoOn(free: readonly BudgetPause[]): Promise<void> {
    await database.transaction(async (tx) => {
      const ended = await endPausesNamed(
        tx,
        free.map(({ id }) => id),
      );
      const entries = ended.map(
        ({ id: pause, runId }) => ({ kind: 'run-resumed', runId, actor, body: { pause } }) as const,
      );
      if (entries.length > 0) await ledger.append(tx, ...entries);
    });
  }
}
