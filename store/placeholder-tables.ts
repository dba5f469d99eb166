import { query, type Transaction } from '#platform/database/client.ts';
import { type PlaceholderTable, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

export type PlaceholderTableRow = PlaceholderTable;

const columns = columnsOf(Prisma.PlaceholderTableScalarFieldEnum);

export async function findPlaceholderTable(tx: Transaction, runId: string): Promise<PlaceholderTableRow | null> {
  const search = Prisma.sql`SELECT ${columns} FROM placeholder_table WHERE run_id = ${runId}`;
  const [row] = await query<PlaceholderTableRow>(tx, search);
  return row ?? null;
}

/** Puts a table in the place of the one with the number before it; as a claim it finds no room where another came first. */
export function putPlaceholderTable({ runId, version, tableSealed }: PlaceholderTableRow): Write {
  return Prisma.sql`
    INSERT INTO placeholder_table AS kept (run_id, version, table_sealed)
    SELECT ${runId}, ${version}::int, ${tableSealed}::bytea FROM gate
    ON CONFLICT (run_id) DO UPDATE SET version = EXCLUDED.version, table_sealed = EXCLUDED.table_sealed
    WHERE kept.version = EXCLUDED.version - 1
    RETURNING 1`;
}
