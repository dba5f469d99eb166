import { shareOf } from '#contracts/budget.ts';
import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import { type Money, microsOf } from '#contracts/money.ts';
import type { Person } from '#contracts/person.ts';
import { digestOf } from '#governance/digest.ts';
import { type Idempotency, madeBefore } from '#governance/idempotency.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Budget } from '#governance/registry/index.ts';
import type { Database } from '#platform/database/client.ts';
import { type BudgetGrantRow, findGrantByIdempotencyKey, insertBudgetGrant } from '#store/budget-grants.ts';
import { listWindowsOf } from '#store/budget-windows.ts';
import { writeTogether } from '#store/write-together.ts';

export interface GrantOrder {
  by: Person;
  budget: Budget;
  window: string;
  /** For this run alone. */
  run?: string | undefined;
  tokens?: number | undefined;
  money?: Money | undefined;
  reason: string;
  idempotencyKey?: string | undefined;
}

export type GrantBudget = (order: GrantOrder) => Promise<BudgetGrantRow>;

/** Gives a window more than its limit, for all or for one run. Whoever asks was admitted before; runs that wait go on by themselves. */
export function createGrantBudget({ database, ledger }: { database: Database; ledger: Ledger }): GrantBudget {
  return async (order) => {
    const before = await madeBy(order);
    if (before) return before;
    const row = await newGrant(order);
    const { id: grant, budget, tokens, micros } = row;
    const run = order.run === undefined ? {} : { run: order.run };
    const body = { grant, budget, window: order.window, tokens, micros, ...run };
    const about = order.run === undefined ? {} : { runId: order.run };
    const isMade = await writeTogether(database.direct, {
      claim: insertBudgetGrant(row),
      writes: [await ledger.entries({ kind: 'budget-granted', ...about, actor: order.by.id, body })],
    });
    const made = isMade ? row : await madeBy(order);
    if (made) return made;
    throw new Error(`There was no room for the grant ${grant}`);
  };

  async function newGrant(order: GrantOrder): Promise<BudgetGrantRow> {
    const { by, budget, window, run, tokens = 0, money, reason } = order;
    await checkWindow(order);
    const { key: idempotencyKey = null, requestHash = null } = idempotencyOf(order) ?? {};
    return {
      id: newId('budgetGrant'),
      windowKey: run === undefined ? window : shareOf(window, run),
      budget: budget.name,
      tokens: checkTokens(budget, tokens),
      micros: money ? microsIn(budget, money) : 0,
      reason,
      grantedBy: by.id,
      grantedAt: new Date(),
      idempotencyKey,
      requestHash,
    };
  }

  /** What nobody has counted in yet, or what is over, would be given more in vain. */
  async function checkWindow({ budget, window }: GrantOrder): Promise<void> {
    const [row] = await listWindowsOf(database.direct, [window]);
    const isOpen = row?.budget === budget.name && (row.until === null || row.until > new Date());
    if (isOpen && !window.includes('#')) return;
    throw new AppError(
      'input-invalid',
      `The budget ${budget.name} counts nothing as ${window} now: GET /api/budgets names what it counts`,
      { places: [{ pointer: '/window', detail: 'must be one that the budget counts now' }] },
    );
  }

  /** What the same request gave already: its answer was lost, or comes while this one is made. */
  async function madeBy(order: GrantOrder): Promise<BudgetGrantRow | undefined> {
    const idempotency = idempotencyOf(order);
    if (!idempotency) return undefined;
    const search = { grantedBy: order.by.id, idempotencyKey: idempotency.key };
    return madeBefore(await findGrantByIdempotencyKey(database.direct, search), idempotency);
  }
}

function checkTokens({ name, limit }: Budget, tokens: number): number {
  if (tokens === 0 || limit.tokens !== null) return tokens;
  throw new AppError('input-invalid', `The budget ${name} limits no tokens: give it money`, {
    places: [{ pointer: '/tokens', detail: 'the budget limits money alone' }],
  });
}

function microsIn({ name, currency }: Budget, money: Money): number {
  if (money.currency === currency) return microsOf(money);
  const limits = currency === null ? 'limits no money: give it tokens' : `is in ${currency}`;
  throw new AppError('input-invalid', `The budget ${name} ${limits}`, {
    places: [{ pointer: '/money/currency', detail: limits }],
  });
}

function idempotencyOf({ idempotencyKey: key, budget, by, ...asked }: GrantOrder): Idempotency | undefined {
  if (key === undefined) return undefined;
  const { window, run = null, tokens = null, money = null, reason } = asked;
  return { key, requestHash: digestOf({ budget: budget.name, window, run, tokens, money, reason }) };
}
