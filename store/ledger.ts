import type { Transaction } from '#platform/database/client.ts';

export interface LedgerRow {
  kind: string;
  runId: string | null;
  actor: string;
  body: string;
  sealed: Uint8Array<ArrayBuffer> | null;
  mac: Uint8Array<ArrayBuffer>;
}

export interface StoredLedgerRow extends LedgerRow {
  id: bigint;
  at: Date;
}

/** Appends entries in the order given. */
export async function appendLedger(tx: Transaction, rows: readonly LedgerRow[]): Promise<void> {
  await tx.ledgerEntry.createMany({ data: [...rows] });
}

/** Entries of one run, oldest first. */
export function listLedgerOfRun(tx: Transaction, runId: string): Promise<StoredLedgerRow[]> {
  return tx.ledgerEntry.findMany({ where: { runId }, orderBy: { id: 'asc' } });
}
