import { z } from 'zod';

/** How the mailbox misbehaves on purpose, until it is told to stop. */
export const Fault = z.strictObject({
  mode: z.enum([
    'none',
    'refuse-connection',
    'temporary-failure',
    'permanent-failure',
    'drop-after-data',
    'hold-after-data',
  ]),
});
export type Fault = z.infer<typeof Fault>;
