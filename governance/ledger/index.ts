import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { RunReference } from '#contracts/step-call.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { appendLedgerWhileStanding, insertLedger, insertLedgerOnce, type LedgerRow } from '#store/ledger.ts';
import { type Write, writeTogether } from '#store/write-together.ts';

/** The only writer of the ledger. Always called in the transaction of what it records. */
export interface Ledger {
  append(tx: Transaction, ...records: readonly LedgerRecord[]): Promise<void>;
  /** The same entries as a write that is made together with what they record. */
  entries(...records: readonly LedgerRecord[]): Promise<Write>;
  /** Appends what is only true of runs that stand and may touch these targets, and answers which entries these are, by their place in the list. */
  appendWhileStanding(tx: Transaction, entries: readonly RunEntry[]): Promise<ReadonlySet<number>>;
  /** Appends entries of looks that are not there yet: two alike are one. */
  appendOnce(tx: Transaction, records: readonly LedgerRecord[]): Promise<void>;
  /** Whether this ledger wrote the entry, exactly as it stands. */
  verifies(row: LedgerRow): boolean;
}

export interface RunEntry {
  run: RunReference;
  /** Nothing is written where one of them is switched off. */
  targets: readonly string[];
  record: LedgerRecord;
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
  const key = createSecretKey(macKey);
  const macOf = ({ at, kind, runId, actor, body, sealed }: Omit<LedgerRow, 'mac'>): Uint8Array<ArrayBuffer> => {
    const sealedText = sealed === null ? null : Buffer.from(sealed).toString('base64');
    const covered = canonicalJson({ at: at.toISOString(), kind, run: runId, actor, body, sealed: sealedText });
    return new Uint8Array(createHmac('sha256', key).update(covered).digest());
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

  const entries = async (...records: readonly LedgerRecord[]): Promise<Write> =>
    insertLedger(await Promise.all(records.map(toRow)));

  return {
    append: async (tx, ...records) => {
      await writeTogether(tx, { writes: [await entries(...records)] });
    },
    entries,
    appendWhileStanding: async (tx, list) => {
      const entryOf = async ({ run, targets, record }: RunEntry) => ({ run, targets, row: await toRow(record) });
      return appendLedgerWhileStanding(tx, await Promise.all(list.map(entryOf)));
    },
    appendOnce: async (tx, records) => {
      const rows = await Promise.all(records.map(toRow));
      await writeTogether(tx, { writes: [insertLedgerOnce(rows)] });
    },
    verifies: (row) => {
      const expected = macOf(row);
      return row.mac.length === expected.length && timingSafeEqual(row.mac, expected);
    },
  };
}
