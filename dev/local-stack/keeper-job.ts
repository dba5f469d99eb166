import { z } from 'zod';

/** What a keeper process is told to run. */
export const KeeperJob = z.object({
  command: z.string(),
  args: z.array(z.string()),
  logFile: z.string(),
  stopSignal: z.enum(['SIGINT', 'SIGTERM']),
  stopWithinMs: z.number(),
  user: z.object({ uid: z.number(), gid: z.number() }).optional(),
});
export type KeeperJob = z.infer<typeof KeeperJob>;

/** What the owner of a keeper may ask of it: restart the program whenever it ends by itself, or end it. */
export const KeeperOrder = z.object({ kind: z.enum(['guard', 'stop']) });

export const KeeperReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), pid: z.number() }),
  z.object({ kind: z.literal('ended'), reason: z.string() }),
  z.object({ kind: z.literal('restarting'), reason: z.string() }),
]);
export type KeeperReport = z.infer<typeof KeeperReport>;
