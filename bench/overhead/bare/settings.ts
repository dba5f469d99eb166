import { z } from 'zod';

/** What the bare worker is told on its command line. */
export const BareSettings = z.strictObject({
  temporalAddress: z.string(),
  taskQueue: z.string(),
  databaseUrl: z.string(),
  connections: z.int(),
  modelUrl: z.string(),
  smtpPort: z.int(),
  cachedWorkflows: z.int(),
  workflowTasks: z.int(),
  activities: z.int(),
});
export type BareSettings = z.infer<typeof BareSettings>;
