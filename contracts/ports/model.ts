import type { ModelFailure } from '../model-failure.ts';
import type { PinnedModel } from '../snapshot.ts';

export interface ModelCall {
  /** Our name of the call: providers that know it again are told it. */
  id: string;
  model: PinnedModel;
  system: string;
  user: string;
  /** Earlier unusable answer and what was wrong with it: the one repair turn. */
  repair?: { answer: string; problem: string };
  schemaName: string;
  schema: unknown;
  /** How long the answer may be at most. */
  mostOutputTokens: number;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** A piece of an answer, and the natural logarithm of how likely it was. */
export interface AnswerToken {
  token: string;
  logProbability: number;
}

/** What a call took, as the provider says; null where it says nothing of it, or what cannot be. */
export interface TokensUsed {
  inputTokens: number | null;
  outputTokens: number | null;
}

export type ModelReply =
  | (TokensUsed & {
      kind: 'text';
      text: string;
      /** Where the model tells how likely they were. */
      tokens?: readonly AnswerToken[];
      /** Where it reached the most it may say, or what it can: what there is of it is no answer. */
      isCutOff?: true;
      version: string;
    })
  | (TokensUsed & { kind: 'refused'; reason: string; version: string })
  /** No answer that could be used; what that is worth says the table of failures. */
  | ({ kind: 'failed' } & ModelFailure);

/** Where a provider answers, and with which key. */
export interface ModelProvider {
  baseUrl: string;
  apiKey: string;
  /** The header by which it knows a call again, where it has one. */
  idempotencyHeader?: string;
}

export interface ModelPort {
  call(call: ModelCall): Promise<ModelReply>;
}
