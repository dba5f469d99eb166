import { type BudgetAmount, type BudgetLimit, type SpentBudget, shareOf } from '#contracts/budget.ts';
import type { Blocked, BudgetSpent, MinuteFull } from '#contracts/guard.ts';
import { formatMicros } from '#contracts/money.ts';
import type { Budget } from '#governance/registry/index.ts';
import type { CountedIn, WindowRow } from '#store/budget-windows.ts';
import { shareLimit } from './share.ts';
import type { Planned } from './spending.ts';

export type Room = { kind: 'room'; windows: readonly CountedIn[] } | Blocked;

interface Held {
  window: CountedIn;
  row: WindowRow;
}

/**
 * Finds where a call counts, from windows that are locked: in the window of each budget, or in the part of it that was let
 * to its run. A full minute is told before a spent budget: it is over sooner.
 */
export function roomFor({ reservation, budgets }: Planned, rows: readonly WindowRow[]): Room {
  const { windows, amount } = reservation;
  const held = windows.flatMap((window) => {
    const row = rows.find(({ key, budget }) => budget === window.budget && !key.includes('#'));
    return row ? [{ window: { ...window, key: row.key }, row }] : [];
  });
  const full = held.find(({ window, row }) => window.most.calls !== null && !fits({ window, row }, amount));
  if (full) return isTooLong(full, amount) ? tooLong(full, amount) : minuteFull(full);
  const placed = held.map((each) => (fits(each, amount) ? each : (shareWithRoom(each) ?? { ...each, isSpent: true })));
  const spent = placed.filter((each) => 'isSpent' in each);
  if (spent.length === 0) return { kind: 'room', windows: placed.map(({ window }) => window) };
  return budgetSpent(
    spent.map(({ row, window }) => spentBudget({ row, window }, amount, budgets)),
    budgets,
  );

  function shareWithRoom({ window, row }: Held): Held | undefined {
    const share = rows.find(({ key }) => key === shareOf(row.key, reservation.runId));
    if (!share) return undefined;
    const letAlone = { ...window, key: share.key, most: shareLimit(window.most) };
    return fits({ window: letAlone, row: share }, amount) ? { window: letAlone, row: share } : undefined;
  }
}

/** What a window has at most, with what was granted to it. */
export function limitWith({ tokens, micros }: BudgetLimit, granted: BudgetAmount): BudgetLimit {
  return {
    tokens: tokens === null ? null : tokens + granted.tokens,
    micros: micros === null ? null : micros + granted.micros,
  };
}

/** Whether what is asked still fits. */
export function hasRoom(
  { used, reserved }: Pick<WindowRow, 'used' | 'reserved'>,
  limit: BudgetLimit,
  asked: BudgetAmount,
): boolean {
  return (
    (limit.tokens === null || used.tokens + reserved.tokens + asked.tokens <= limit.tokens) &&
    (limit.micros === null || used.micros + reserved.micros + asked.micros <= limit.micros)
  );
}

function fits({ window, row }: Held, { tokens, micros }: BudgetAmount): boolean {
  const { most, countsMoney } = window;
  if (most.calls !== null && row.calls + 1 > most.calls) return false;
  return hasRoom(row, limitWith(most, row.granted), { tokens, micros: countsMoney ? micros : 0 });
}

function isTooLong({ window: { most } }: Held, { tokens }: BudgetAmount): boolean {
  return most.tokens !== null && tokens > most.tokens;
}

function tooLong({ window: { budget, most } }: Held, { tokens }: BudgetAmount): Blocked {
  const reason = `it may take ${tokens} tokens, and ${budget} takes ${most.tokens} in a minute`;
  return { kind: 'blocked', stage: 'budget', reason, heal: 'other-candidate' };
}

function minuteFull({ window: { budget, until } }: Held): MinuteFull {
  const end = (until ?? new Date()).toISOString();
  const reason = `${budget} takes no more in this minute: until ${end}`;
  return { kind: 'blocked', stage: 'budget', reason, heal: 'other-candidate', until: end };
}

function budgetSpent(spent: readonly SpentBudget[], budgets: readonly Budget[]): BudgetSpent {
  const named = budgets.filter(({ name }) => spent.some(({ budget }) => budget === name));
  const atLimit = named.every((budget) => budget.atLimit === 'cheaper-candidate') ? 'cheaper-candidate' : 'pause';
  const reason = spent.map(saySpent).join('; ');
  return { kind: 'blocked', stage: 'budget', reason, atLimit, budgets: spent, switches: [] };
}

function spentBudget({ window, row }: Held, amount: BudgetAmount, budgets: readonly Budget[]): SpentBudget {
  const { used, reserved, granted, key, budget } = row;
  return {
    budget,
    window: key,
    currency: budgets.find(({ name }) => name === budget)?.currency ?? null,
    used,
    reserved,
    limit: limitWith(window.most, granted),
    asked: { tokens: amount.tokens, micros: window.countsMoney ? amount.micros : 0 },
    resets: window.until?.toISOString() ?? null,
  };
}

function saySpent({ budget, window, used, reserved, limit, asked, currency }: SpentBudget): string {
  const tokens =
    limit.tokens === null
      ? []
      : [`${used.tokens + reserved.tokens} of ${limit.tokens} tokens, and ${asked.tokens} were asked for`];
  const money =
    limit.micros === null || currency === null
      ? []
      : [
          `${formatMicros(used.micros + reserved.micros, currency)} of ${formatMicros(limit.micros, currency)}, and ${formatMicros(asked.micros, currency)} were asked for`,
        ];
  return `the budget ${budget} has no room (${window}: ${[...tokens, ...money].join('; ')})`;
}
