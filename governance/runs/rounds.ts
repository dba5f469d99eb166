import { z } from 'zod';
import type { RetryRound } from '#contracts/run.ts';

const Rounds = z.array(z.strictObject({ from: z.string(), round: z.int().min(1) }));

export function readRounds(stored: unknown): readonly RetryRound[] {
  return Rounds.parse(stored);
}

/** The rounds with one more that begins at a step, if any does. */
export function nextRounds(rounds: readonly RetryRound[], from: string | undefined): readonly RetryRound[] {
  if (from === undefined) return rounds;
  const last = rounds.reduce((highest, round) => Math.max(highest, round.round), 0);
  return [...rounds, { from, round: last + 1 }];
}
