import type { LedgerStatement } from '#contracts/ledger.ts';
import type { StoredLedgerRow } from '#store/ledger.ts';

/** A ledger entry read back. */
export interface Entry {
  at: string;
  actor: string;
  statement: LedgerStatement;
}

export type EffectOutcome = Extract<LedgerStatement, { kind: 'effect-done' | 'effect-failed' | 'effect-unknown' }>;
export type EffectIntent = Extract<LedgerStatement, { kind: 'effect-intended' }>;

/** Only governance/ledger writes this table, so the body has the shape that its kind names. */
export function readEntry({ at, actor, kind, body }: StoredLedgerRow): Entry {
  return { at: at.toISOString(), actor, statement: { kind, body: JSON.parse(body) } as LedgerStatement };
}

/** The step's name in a step key. */
export function stepOf(key: string): string {
  return key.split('/')[1] ?? key;
}
