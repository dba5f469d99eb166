import type { AnyAnswer } from '#contracts/answers/index.ts';
import type { RegionDown } from '#contracts/guard.ts';
import type { ModelResult } from '#contracts/model-result.ts';
import type { Unavailable } from './candidate.ts';

/** `unavailable` is worth another attempt later; `waits` is what it comes to where none helps. */
export type AskOutcome = ModelResult<AnyAnswer> | (Unavailable & { waits?: RegionDown });
