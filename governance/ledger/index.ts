import { createHmac } from 'node:crypto';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { RunReference } from '#contracts/step-call.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { appendLedger, appendLedgerWhileStanding, type LedgerRow } from '#store/ledger.ts';

/** The only writer of the ledger. Always called in the transaction of what it records. */
export interface Ledger {
  append(tx: Transaction, ...records: readonly LedgerRecord[]): Promise<void>;
  /** Appends in one statement what is only true of a run that stands; false where it does not, and nothing is written. */
  appendWhileStanding(tx: Transaction, run: RunReference, record: LedgerRecord): Promise<boolean>;
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
  return {
    append: (tx, ...records) => appendLedger(tx, records.map(toRow)),
    appendWhileStanding: (tx, run, record) => appendLedgerWhileStanding(tx, { run, row: toRow(record) }),
  };
}
