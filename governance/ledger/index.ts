import { createHmac, timingSafeEqual } from 'node:crypto';
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
  /** Whether this ledger wrote the entry, exactly as it stands. */
  verifies(row: LedgerRow): boolean;
}

export interface LedgerParts {
  macKey: Uint8Array;
  /** Seals under the run's key; nothing where that is destroyed and no word of its subject is kept any more. */
  seal(runId: string, text: string, place: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

export function ledgerPlace(kind: string, runId: string): string {
  return `ledger:${kind}:${runId}`;
}

export function createLedger({ macKey, seal }: LedgerParts): Ledger {
  const macOf = ({ at, kind, runId, actor, body, sealed }: Omit<LedgerRow, 'mac'>): Uint8Array<ArrayBuffer> => {
    const sealedText = sealed === null ? null : Buffer.from(sealed).toString('base64');
    const covered = canonicalJson({ at: at.toISOString(), kind, run: runId, actor, body, sealed: sealedText });
    return new Uint8Array(createHmac('sha256', macKey).update(covered).digest());
  };

  const sealedOf = async ({ kind, runId, sealed }: LedgerRecord): Promise<LedgerRow['sealed']> => {
    if (sealed === undefined) return null;
    if (runId === undefined)
      throw new TypeError(`A ledger entry ${kind} without a run has no key to seal its words under`);
    return seal(runId, sealed, ledgerPlace(kind, runId));
  };

  const toRow = async (record: LedgerRecord): Promise<LedgerRow> => {
    const { kind, runId = null, actor, body } = record;
    const sealed = await sealedOf(record);
    const row = { at: new Date(), kind, runId, actor, body: canonicalJson(body), sealed };
    return { ...row, mac: macOf(row) };
  };

  return {
    append: async (tx, ...records) => appendLedger(tx, await Promise.all(records.map(toRow))),
    appendWhileStanding: async (tx, run, record) => appendLedgerWhileStanding(tx, { run, row: await toRow(record) }),
    verifies: (row) => {
      const expected = macOf(row);
      return row.mac.length === expected.length && timingSafeEqual(row.mac, expected);
    },
  };
}
