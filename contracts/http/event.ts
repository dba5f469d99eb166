import { z } from 'zod';

/** Says that something changed, and never what: whoever is told asks for it with the rights they have then. */
export const ServerEvent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('run'), id: z.string() }).meta({ description: 'Something happened in this run.' }),
    z
      .object({ kind: z.literal('approval'), id: z.string() })
      .meta({ description: 'This task was opened, decided, claimed, commented on or closed.' }),
    z
      .object({ kind: z.literal('inbox'), waiting: z.int() })
      .meta({ description: 'So many tasks wait for you, or for somebody you act for; 100 stands for 100 or more.' }),
    z.object({ kind: z.literal('switches') }).meta({
      description: 'Something was switched off or lifted, or another number of runs waits for it.',
    }),
    z.object({ kind: z.literal('look-again') }).meta({
      description: 'More may have changed than this stream told: read again whatever you show.',
    }),
  ])
  .meta({ id: 'ServerEvent' });
export type ServerEvent = z.infer<typeof ServerEvent>;

export const EventsHeaders = z.object({
  'last-event-id': z.string().max(40).optional().meta({
    description: 'The id of the last event that was read: what came after it is told first. Browsers send it.',
  }),
});
