import { query, type Transaction } from '#platform/database/client.ts';
import { type OutsideEffect, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

/**
 * `trying`: it is being asked for, or was as somebody died. `open`: it certainly was not done. `unknown`: nobody could say.
 * `done` and `refused` are final words.
 */
export type OutsideState = 'trying' | 'open' | 'unknown' | 'done' | 'refused';
export type OutsideEffectRow = Omit<OutsideEffect, 'state'> & { state: OutsideState };
export type NewOutsideEffect = Pick<OutsideEffectRow, 'id' | 'runId' | 'connector' | 'key' | 'digest'>;

const columns = columnsOf(Prisma.OutsideEffectScalarFieldEnum);

/** Says that it is about to be asked for; a claim finds it said before. */
export function insertOutsideEffect({ id, runId, connector, key, digest }: NewOutsideEffect): Write {
  return Prisma.sql`
    INSERT INTO outside_effect (id, run_id, connector, key, digest, state, attempts, since)
    SELECT ${id}, ${runId}, ${connector}, ${key}, ${digest}, 'trying', 1, clock_timestamp() FROM gate
    ON CONFLICT DO NOTHING RETURNING 1`;
}

/** The row, under a lock that keeps other attempts away. */
export async function lockOutsideEffect(tx: Transaction, id: string): Promise<OutsideEffectRow | undefined> {
  const search = Prisma.sql`SELECT ${columns} FROM outside_effect WHERE id = ${id} FOR UPDATE`;
  const [row] = await query<OutsideEffectRow>(tx, search);
  return row;
}

/** Says that it is about to be asked for again, under another key where what was asked for before was refused. */
export async function tryOutsideEffectAgain(
  tx: Transaction,
  { id, key, digest }: Pick<OutsideEffectRow, 'id' | 'key' | 'digest'>,
): Promise<void> {
  const data = { key, digest, state: 'trying', attempts: { increment: 1 } };
  await tx.outsideEffect.update({ where: { id }, data });
}

/** What came of asking. A final word stays. */
export function concludeOutsideEffect({ id, state }: Pick<OutsideEffectRow, 'id' | 'state'>): Write {
  return Prisma.sql`UPDATE outside_effect SET state = ${state} FROM gate
    WHERE id = ${id} AND state NOT IN ('done', 'refused')`;
}
