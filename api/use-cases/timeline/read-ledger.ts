import { type Ledger, ledgerPlace } from '#governance/ledger/index.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { StoredLedgerRow } from '#store/ledger.ts';
import type { ReadRow } from './statement.ts';

/** Judges the rows of one run, and opens what is sealed in them for somebody who may see what it is about. */
export function createReadLedger(parts: { seals: Seals; ledger: Pick<Ledger, 'verifies'> }) {
  return (rows: readonly StoredLedgerRow[], { sees }: { sees: boolean }): Promise<ReadRow[]> =>
    Promise.all(rows.map((row) => readOne(row, sees)));

  async function readOne(row: StoredLedgerRow, sees: boolean): Promise<ReadRow> {
    if (!parts.ledger.verifies(row)) return { row, verified: false };
    if (!sees || row.sealed === null || row.runId === null) return { row, verified: true };
    const opened = await parts.seals.open(row.sealed, ledgerPlace(row.kind, row.runId));
    return { row, verified: true, ...(opened.kind === 'content' ? { words: String(opened.value) } : {}) };
  }
}
