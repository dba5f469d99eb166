import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import { noneIsOff } from './switches.ts';
import type { Write } from './write-together.ts';

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

/** Adds entries in the order given. */
export function insertLedger(rows: readonly LedgerRow[]): Write {
  return Prisma.sql`INSERT INTO ledger (at, kind, run_id, actor, body, sealed, mac)
    SELECT entry.* FROM gate, ${valuesOf(rows)}`;
}

/** Adds those that are not there yet. Only entries of looks are compared: an index is kept of these. */
export function insertLedgerOnce(rows: readonly LedgerRow[]): Write {
  return Prisma.sql`${insertLedger(rows)} ON CONFLICT (run_id, actor, body) WHERE kind = 'data-shown' DO NOTHING`;
}

/** A run that is about to act, and what its effect touches. */
export interface TouchingRun {
  id: string;
  execution: number;
  targets: readonly string[];
}

/**
 * Adds the entries of those runs that stand and touch nothing that is switched off, under a shared lock on their rows; answers
 * which these are. Waiting for a run that somebody holds would hold all the others, so that one is left out.
 */
export async function appendLedgerWhileStanding(
  tx: Transaction,
  { runs, rows }: { runs: readonly TouchingRun[]; rows: readonly LedgerRow[] },
): Promise<string[]> {
  const appended = await query<{ runId: string }>(
    tx,
    Prisma.sql`
    WITH standing AS (
      SELECT run.id
      FROM jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) AS wanted (id text, execution int, targets text[])
      JOIN run ON run.id = wanted.id AND run.execution = wanted.execution
      WHERE run.status <> 'closed' AND run.cancel_requested_at IS NULL AND ${noneIsOff(Prisma.sql`wanted.targets`)}
      ORDER BY run.id FOR SHARE OF run SKIP LOCKED)
    INSERT INTO ledger (at, kind, run_id, actor, body, sealed, mac)
    SELECT entry.* FROM ${valuesOf(rows)} WHERE entry.run_id IN (SELECT id FROM standing)
    RETURNING run_id AS "runId"`,
  );
  return appended.map(({ runId }) => runId);
}

function valuesOf(rows: readonly LedgerRow[]): Prisma.Sql {
  const values = rows.map(
    ({ at, kind, runId, actor, body, sealed, mac }) =>
      Prisma.sql`(${at.toISOString()}::timestamptz, ${kind}, ${runId}::text, ${actor}, ${body}, ${sealed}::bytea, ${mac}::bytea)`,
  );
  return Prisma.sql`(VALUES ${Prisma.join(values)}) AS entry (at, kind, run_id, actor, body, sealed, mac)`;
}

/** Entries of one run, oldest first. */
export function listLedgerOfRun(tx: Transaction, runId: string): Promise<StoredLedgerRow[]> {
  return tx.ledgerEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } });
}
