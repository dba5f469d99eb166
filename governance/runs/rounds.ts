import { z } from 'zod';
import type { RetryRound } from '#contracts/run.ts';

const Rounds = z.array(z.strictObject({ from: z.string(), round: z.int().min(1) }));

export function readRounds(stored: unknown): readonly RetryRound[] {
  return Rounds.parse(stored);
}
