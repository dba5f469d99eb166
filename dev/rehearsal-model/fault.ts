import { z } from 'zod';

export const FaultMode = z.enum([
  'none',
  'error',
  'rate-limit',
  'stall',
  'ramble',
  'wrong-schema',
  'cut-off',
  'refuse',
]);
export type FaultMode = z.infer<typeof FaultMode>;

/** How the model misbehaves on purpose: for so many calls, or until it is told to stop. */
export const Fault = z.strictObject({
  mode: FaultMode,
  times: z.int().positive().exactOptional(),
  status: z.int().min(400).max(599).exactOptional(),
  retryAfter: z.number().nonnegative().exactOptional(),
});
export type Fault = z.infer<typeof Fault>;
