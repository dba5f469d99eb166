import { z } from 'zod';
import type { Snapshot } from './snapshot.ts';

export const RunStatus = z.enum(['accepted', 'running', 'closed']);
export type RunStatus = z.infer<typeof RunStatus>;

export const RunOutcome = z.enum([
  'answered',
  'answered-edited',
  /** A question went to the customer, and nobody waited: the end of runs before questions paused them. */
  'clarified',
  'taken-over',
  /** Whoever owned the enquiry has seen to it, and said what they did. */
  'seen-to',
  /** The customer was asked something, and did not answer in time. */
  'unanswered',
  'rejected',
  'expired',
  'withdrawn',
  'spam',
  'undeliverable',
  'unconfirmed',
  'blocked',
  'failed',
  'cancelled',
  'terminated',
  'timed-out',
  'never-started',
  /** A question that went to a model directly has its answer. */
  'asked',
  /** Whoever put a direct question to a model ended before it was answered. */
  'interrupted',
]);
export type RunOutcome = z.infer<typeof RunOutcome>;

export type Trigger = 'api' | 'mail' | 'child' | 'ask';

/** An operator's order to do a step and what follows again. */
export interface RetryRound {
  from: string;
  round: number;
}

/** The first argument of every process: who it is, what it may rely on, what it works on. */
export interface ProcessStart<Input> {
  run: { id: string; process: string; execution: number; rounds: readonly RetryRound[] };
  snapshot: Snapshot;
  input: Input;
}

/** What every process returns and its parent sees. */
export interface ProcessResult {
  outcome: RunOutcome;
}
