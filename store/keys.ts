import type { KeyId } from '#contracts/ids.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { type DataKey, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

export type DataKeyRow = DataKey;

const columns = columnsOf(Prisma.DataKeyScalarFieldEnum);

export interface NewDataKey {
  id: KeyId;
  /** Whose it is; the key of the installation is nobody's. */
  owner: { runId: string; subjectId: string } | null;
  wrapped: Uint8Array<ArrayBuffer>;
}

export function insertDataKey({ id, owner, wrapped }: NewDataKey): Write {
  const scope = owner === null ? Prisma.sql`'installation'` : Prisma.sql`'run'`;
  return Prisma.sql`
    INSERT INTO data_key (id, scope, run_id, subject_id, wrapped, created_at)
    SELECT ${id}, ${scope}, ${owner?.runId ?? null}, ${owner?.subjectId ?? null}, ${wrapped}::bytea, clock_timestamp()
    FROM gate`;
}

export function findDataKey(tx: Transaction, id: KeyId): Promise<DataKeyRow | null> {
  return findOne(tx, Prisma.sql`id = ${id}`);
}

export function findDataKeys(tx: Transaction, ids: readonly KeyId[]): Promise<DataKeyRow[]> {
  return query<DataKeyRow>(tx, Prisma.sql`SELECT ${columns} FROM data_key WHERE id = ANY(${[...ids]}::text[])`);
}

export function findDataKeyOfRun(tx: Transaction, runId: string): Promise<DataKeyRow | null> {
  return findOne(tx, Prisma.sql`run_id = ${runId}`);
}

async function findOne(tx: Transaction, where: Prisma.Sql): Promise<DataKeyRow | null> {
  const [row] = await query<DataKeyRow>(tx, Prisma.sql`SELECT ${columns} FROM data_key WHERE ${where}`);
  return row ?? null;
}

/** The oldest key of the installation: two processes that start at once may both have made one, and both open. */
export function findInstallationKey(tx: Transaction): Promise<DataKeyRow | null> {
  return tx.dataKey.findFirst({
    where: { scope: 'installation', destroyedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** Those of the given keys that were destroyed. */
export async function listDestroyedKeys(tx: Transaction, ids: readonly KeyId[]): Promise<KeyId[]> {
  const rows = await tx.dataKey.findMany({
    where: { id: { in: [...ids] }, destroyedAt: { not: null } },
    select: { id: true },
  });
  return rows.map((row) => row.id as KeyId);
}

/** Forgets the key itself and keeps the row; true where it was still there. */
export async function destroyDataKey(tx: Transaction, id: KeyId): Promise<boolean> {
  const changed = await tx.dataKey.updateMany({
    where: { id, destroyedAt: null },
    data: { wrapped: null, destroyedAt: new Date() },
  });
  return changed.count === 1;
}
