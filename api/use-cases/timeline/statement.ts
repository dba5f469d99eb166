import type { LedgerStatement } from '#contracts/ledger.ts';
import type { StoredLedgerRow } from '#store/ledger.ts';

/** A ledger entry read back. */
export interface Entry {
  at: string;
  actor: string;
  statement: LedgerStatement;
  /** What a person or a server said in its own words; nothing where they said none, or were erased. */
  words?: string;
}

/** A row of the ledger as the timeline needs it: judged, and its words opened. */
export interface ReadRow {
  row: StoredLedgerRow;
  verified: boolean;
  words?: string;
}

export type EffectOutcome = Extract<LedgerStatement, { kind: 'effect-done' | 'effect-failed' | 'effect-unknown' }>;
export type EffectIntent = Extract<LedgerStatement, { kind: 'effect-intended' }>;

/** The body of a verified row has the shape that its kind names; a row somebody else wrote is no entry. */
export function readEntry({ row, verified, words }: ReadRow): Entry | undefined {
  if (!verified) return undefined;
  const statement = { kind: row.kind, body: JSON.parse(row.body) } as LedgerStatement;
  return { at: row.at.toISOString(), actor: row.actor, statement, ...(words === undefined ? {} : { words }) };
}

/** The step's name in a step key. */
export function stepOf(key: string): string {
  return key.split('/')[1] ?? key;
}
