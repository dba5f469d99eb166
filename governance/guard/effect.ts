import type { AssetReference } from '#contracts/asset.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { SwitchTarget } from '#contracts/switch.ts';
import type { Used } from '#governance/budgets/spending.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { Write } from '#store/write-together.ts';
import type { AdmissionRequest } from './stages.ts';

export interface GuardedEffect extends AdmissionRequest {
  step: StepCall;
  /** SHA-256 of exactly what is about to happen. */
  digest: string;
  /** Under which the words of a model call are kept. */
  call?: string;
  /** What it touches besides its process and its asset. */
  reaches?: readonly SwitchTarget[];
  /** Models that would have been asked instead, had their calls not failed. */
  passedOver?: readonly PassedOver[];
  /** Writes down what has happened already, which a cancel does not undo. */
  recordsWhatHappened?: boolean;
}

/** The process that does a step, as the registry names it. */
export function processOf({ run }: StepCall): AssetReference {
  return { kind: 'process', name: run.process };
}

/** How an effect came out, for the ledger: `done`, `failed` (it did not happen) or `unknown`. */
export interface Facts {
  verdict: 'done' | 'failed' | 'unknown';
  result: string;
  /** What the other side said in its own words, which may name people. */
  words?: string;
  record: Readonly<Record<string, unknown>>;
  /** What a call came to of what was reserved for it; absent where nobody knows. */
  used?: Used;
  /** Rows that keep the outcome, written with its ledger entry. */
  writes?: readonly Write[];
}

export type Settled<Outcome> = Facts & { outcome: Outcome };

/** Where the outcome takes more than rows, it is found in the transaction that writes them. */
export type Conclusion<Outcome> = Settled<Outcome> | (Facts & { follow(tx: Transaction): Promise<Outcome> });
