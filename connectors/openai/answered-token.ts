import { z } from 'zod';
import type { AnswerToken } from '#contracts/ports/model.ts';

/** A piece of an answer as the protocol tells of it. */
export const AnsweredToken = z.object({ token: z.string(), logprob: z.number() });
type AnsweredToken = z.infer<typeof AnsweredToken>;

/** Absent where the model told of none. */
export function toldTokens(tokens: readonly AnsweredToken[] | null | undefined): { tokens?: AnswerToken[] } {
  if (!tokens || tokens.length === 0) return {};
  return { tokens: tokens.map(({ token, logprob }) => ({ token, logProbability: logprob })) };
}
