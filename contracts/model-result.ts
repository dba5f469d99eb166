import type { Blocked } from './guard.ts';

/** What asking a model came to. Each kind is a case for the process to route, none is a crash. */
export type ModelResult<Answer> =
  | { kind: 'answer'; answer: Answer; by: AnsweredBy }
  /** Answered, but under the limit of confidence pinned for this prompt. */
  | { kind: 'unsure'; answer: Answer; by: AnsweredBy; reason: string }
  /** The model declined. */
  | { kind: 'refused'; reason: string }
  /** The guard stopped the call. */
  | Blocked
  /** No candidate gave a usable answer in the attempts allowed. */
  | { kind: 'failed'; reason: string };

export interface AnsweredBy {
  /** The registry's name, such as `rehearsal-1`. */
  model: string;
  /** The version the provider reported. */
  version: string;
  provider: string;
  prompt: string;
  promptVersion: number;
  confidence: number;
}
