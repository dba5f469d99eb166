import { z } from 'zod';

/** What data of people may be collected and used for. Whoever it is about was told so as it was collected. */
export const Purpose = z.enum([
  /** Answering those who write to us. */
  'customer-service',
  'complaint-handling',
  /** Sending what was ordered. */
  'order-fulfilment',
  /** Getting the work done: telling colleagues what waits for them, going on after a failure. */
  'operations',
  /** Proving what was done, and who allowed it. */
  'accountability',
  /** Measuring how well it is done. */
  'quality',
  'marketing',
]);
export type Purpose = z.infer<typeof Purpose>;
