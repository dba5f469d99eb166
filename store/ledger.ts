import type { Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

export interface LedgerRow {
  /** By the clock of whoever writes: the keyed hash covers it. */
  at: Date;
  kind: string;
  runId: string | null;
  actor: string;
  body: string;
  sealed: Uint8Array<ArrayBuffer> | null;
  mac: Uint8Array<ArrayBuffer>;
}

export interface StoredLedgerRow extends LedgerRow {
  id: bigint;
}

/** Appends entries in the order given. */
export async function appendLedger(tx: Transaction, rows: readonly LedgerRow[]): Promise<void> {
  const values = rows.map(
    ({ at, kind, runId, actor, body, sealed, mac }) =>
      Prisma.sql`(${at.toISOString()}::timestamptz, ${kind}, ${runId}, ${actor}, ${body}, ${sealed}::bytea, ${mac}::bytea)`,
  );
  await tx.$executeRaw`INSERT INTO ledger (at, kind, run_id, actor, body, sealed, mac) VALUES ${Prisma.join(values)}`;
}

/**
 * Appends an entry if the run stands, under a shared lock on its row that holds until the entry is committed.
 * False where it does not stand: nothing is written then.
 */
export async function appendLedgerWhileStanding(
  tx: Transaction,
  { run, row }: { run: { id: string; execution: number }; row: LedgerRow },
): Promise<boolean> {
  const { at, kind, runId, actor, body, sealed, mac } = row;
  const appended = await tx.$executeRaw`
    WITH standing AS (
      SELECT id FROM run
      WHERE id = ${run.id} AND status <> 'closed' AND cancel_requested_at IS NULL AND execution = ${run.execution}
      FOR SHARE)
    INSERT INTO ledger (at, kind, run_id, actor, body, sealed, mac)
    SELECT ${at.toISOString()}::timestamptz, ${kind}, ${runId}, ${actor}, ${body}, ${sealed}::bytea, ${mac}::bytea FROM standing`;
  return appended === 1;
}

/** Entries of one run, oldest first. */
export function listLedgerOfRun(tx: Transaction, runId: string): Promise<StoredLedgerRow[]> {
  return tx.ledgerEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } });
}
