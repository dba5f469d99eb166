import type { Transaction } from '#platform/database/client.ts';
import { eventually } from './eventually.ts';
import type { Stack } from './open-stack.ts';

/** Does one thing in a transaction, and lets another one run into its locks before that commits. */
export async function whileLocked<Result>(
  { database, db }: Stack,
  { first, last }: { first(tx: Transaction): Promise<unknown>; last(tx: Transaction): Promise<unknown> },
  meanwhile: () => Promise<Result>,
): Promise<PromiseSettledResult<Result>> {
  const answer = await database.transaction(async (tx) => {
    await first(tx);
    const waiting = Promise.allSettled([meanwhile()]);
    await eventually('somebody to wait for the lock', async () => (await countWaiting(db)) > 0);
    await last(tx);
    return { waiting };
  });
  const [result] = await answer.waiting;
  return result;
}

async function countWaiting(db: Stack['db']): Promise<number> {
  const { rows } = await db.query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}
