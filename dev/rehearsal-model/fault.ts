import { z } from 'zod';
import { Wishes } from './obey.ts';

export const FaultMode = z.enum([
  'none',
  'error',
  'rate-limit',
  'stall',
  'ramble',
  'wrong-schema',
  'cut-off',
  'refuse',
  'obey',
]);
export type FaultMode = z.infer<typeof FaultMode>;

/** How the model misbehaves on purpose: for so many calls, or until it is told to stop. */
export const Fault = z.strictObject({
  mode: FaultMode,
  times: z.int().positive().exactOptional(),
  status: z.int().min(400).max(599).exactOptional(),
  retryAfter: z.number().nonnegative().exactOptional(),
  /** With `obey`: what it is made to say. */
  wishes: Wishes.exactOptional(),
});
export type Fault = z.infer<typeof Fault>;
