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

/** A run that is about to act, what its effect touches, and the entry that says so. */
export interface TouchingEntry {
  run: { id: string; execution: number };
  targets: readonly string[];
  row: LedgerRow;
}

/**
 * Adds those entries whose runs stand and which touch nothing that is switched off, under a shared lock on the runs' rows;
 * answers which these are, by their place in the list: one run may have several. Waiting for a run that somebody holds would
 * hold all the others, so that one is left out.
 */
export async function appendLedgerWhileStanding(
  tx: Transaction,
  entries: readonly TouchingEntry[],
): Promise<ReadonlySet<number>> {
  const wanted = entries.map(({ run: { id, execution }, targets }, place) => ({ place, id, execution, targets }));
  const standing = await query<{ place: number }>(
    tx,
    Prisma.sql`
    WITH standing AS (
      SELECT wanted.place
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS wanted (place int, id text, execution int, targets text[])
      JOIN run ON run.id = wanted.id AND run.execution = wanted.execution
      WHERE run.status <> 'closed' AND run.cancel_requested_at IS NULL AND ${noneIsOff(Prisma.sql`wanted.targets`)}
      ORDER BY run.id FOR SHARE OF run SKIP LOCKED),
    added AS (
      INSERT INTO ledger (at, kind, run_id, actor, body, sealed, mac)
      SELECT entry.at, entry.kind, entry.run_id, entry.actor, entry.body, entry.sealed, entry.mac
      FROM ${numberedValuesOf(entries.map(({ row }) => row))} JOIN standing USING (place) ORDER BY place)
    SELECT place FROM standing`,
  );
  return new Set(standing.map(({ place }) => place));
}

function valuesOf(rows: readonly LedgerRow[]): Prisma.Sql {
  const values = rows.map((row) => Prisma.sql`(${cellsOf(row)})`);
  return Prisma.sql`(VALUES ${Prisma.join(values)}) AS entry (at, kind, run_id, actor, body, sealed, mac)`;
}

/** The same, each with its place in the list. */
function numberedValuesOf(rows: readonly LedgerRow[]): Prisma.Sql {
  const values = rows.map((row, place) => Prisma.sql`(${place}::int, ${cellsOf(row)})`);
  return Prisma.sql`(VALUES ${Prisma.join(values)}) AS entry (place, at, kind, run_id, actor, body, sealed, mac)`;
}

function cellsOf({ at, kind, runId, actor, body, sealed, mac }: LedgerRow): Prisma.Sql {
  return Prisma.sql`${at.toISOString()}::timestamptz, ${kind}, ${runId}::text, ${actor}, ${body}, ${sealed}::bytea, ${mac}::bytea`;
}

/** Entries of one run, oldest first. */
export function listLedgerOfRun(tx: Transaction, runId: string): Promise<StoredLedgerRow[]> {
  return tx.ledgerEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } });
}
