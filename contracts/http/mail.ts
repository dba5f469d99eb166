import { z } from 'zod';
import { RunReference } from './run.ts';

export const MailAccepted = z
  .object({
    run: RunReference,
    known: z.literal(true).optional().meta({
      description: 'There where the same message was taken in before; the run is the one it started or answered then.',
    }),
    answers: z.string().optional().meta({
      description: 'The question of the run that the message answers: nothing was started, the run goes on.',
    }),
  })
  .meta({ id: 'MailAccepted' });
export const MailIgnored = z
  .object({ ignored: z.string().meta({ description: 'Why nobody answers this message.' }) })
  .meta({ id: 'MailIgnored' });
