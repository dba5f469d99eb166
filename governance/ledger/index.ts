import { createHmac } from 'node:crypto';
import type { LedgerRecord } from '#contracts/ledger.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { appendLedger, type LedgerRow } from '#store/ledger.ts';

/** The only writer of the ledger. Always called in the transaction of what it records. */
export interface Ledger {
  append(tx: Transaction, ...records: readonly LedgerRecord[]): Promise<void>;
}

export function createLedger(options: { macKey: Uint8Array }): Ledger {
  const toRow = (record: LedgerRecord): LedgerRow => {
    const body = canonicalJson(record.body);
    const covered = canonicalJson({ kind: record.kind, run: record.runId ?? null, actor: record.actor, body });
    const mac = createHmac('sha256', options.macKey).update(covered).digest();
    return {
      kind: record.kind,
      runId: record.runId ?? null,
      actor: record.actor,
      body,
      sealed: null,
      mac: new Uint8Array(mac),
    };
  };
  return { append: (tx, ...records) => appendLedger(tx, records.map(toRow)) };
}
