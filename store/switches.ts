import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma, type Switch } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

export type SwitchRow = Switch;

const columns = columnsOf(Prisma.SwitchScalarFieldEnum);

/** Holds where none of these targets, an array of the statement, is switched off. */
export function noneIsOff(targets: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM switch WHERE switch.lifted_at IS NULL AND switch.target = ANY(${targets}))`;
}

export function arrayOf(targets: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...targets]}::text[]`;
}

/** The switches of these targets that are pulled, in the order of their targets. */
export function listPulledOf(tx: Transaction, targets: readonly string[]): Promise<SwitchRow[]> {
  return query<SwitchRow>(
    tx,
    Prisma.sql`SELECT ${columns} FROM switch WHERE lifted_at IS NULL AND target = ANY(${arrayOf(targets)}) ORDER BY target`,
  );
}

/** Those of the switches that are still pulled, under a lock that holds off who would lift them. */
export async function holdPulled(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    Prisma.sql`SELECT id FROM switch WHERE lifted_at IS NULL AND id = ANY(${arrayOf(ids)}) ORDER BY id FOR SHARE`,
  );
  return rows.map(({ id }) => id);
}

/** Pulls a switch; a claim finds none where its target is switched off already. */
export function insertSwitch({ id, target, reason, pulledBy, pulledAt }: Omit<SwitchRow, `lifted${string}`>): Write {
  return Prisma.sql`
    INSERT INTO switch (id, target, reason, pulled_by, pulled_at)
    SELECT ${id}, ${target}, ${reason}, ${pulledBy}, ${pulledAt}::timestamptz FROM gate
    ON CONFLICT (target) WHERE lifted_at IS NULL DO NOTHING RETURNING 1`;
}

/** Lifts a switch that is pulled, and keeps those away who would pause by it until this is committed. */
export async function liftSwitch(
  tx: Transaction,
  { id, by, at, reason }: { id: string; by: string; at: Date; reason: string },
): Promise<SwitchRow | undefined> {
  const [row] = await query<SwitchRow>(
    tx,
    Prisma.sql`
    UPDATE switch SET lifted_by = ${by}, lifted_at = ${at}::timestamptz, lifted_reason = ${reason}
    WHERE id = ${id} AND lifted_at IS NULL RETURNING ${columns}`,
  );
  return row;
}

export function findSwitch(tx: Transaction, id: string): Promise<SwitchRow | null> {
  return tx.switch.findUnique({ where: { id } });
}

/** Those of the ids given, in the order they were pulled. */
export function findSwitches(tx: Transaction, ids: readonly string[]): Promise<SwitchRow[]> {
  return tx.switch.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ pulledAt: 'asc' }, { id: 'asc' }] });
}

/** Those that are pulled first, and then the newest: so many at most of what is over. */
export async function listSwitches(tx: Transaction, mostLifted: number): Promise<SwitchRow[]> {
  const orderBy: Prisma.SwitchOrderByWithRelationInput[] = [{ pulledAt: 'desc' }, { id: 'desc' }];
  const pulled = await tx.switch.findMany({ where: { liftedAt: null }, orderBy });
  const lifted = await tx.switch.findMany({ where: { liftedAt: { not: null } }, orderBy, take: mostLifted });
  return [...pulled, ...lifted];
}
