import type { ModelAbilities } from '#contracts/model-abilities.ts';

/** How a model is asked, and for how long an answer is waited for. */
export interface CallOptions {
  abilities: ModelAbilities;
  /** In milliseconds. */
  timeout: number;
  signal?: AbortSignal;
}
