import { z } from 'zod';
import { RunReference } from './run.ts';

export const MailAccepted = z
  .object({
    run: RunReference,
    known: z
      .literal(true)
      .optional()
      .meta({ description: 'There where the same message was taken in before; the run is the one it started then.' }),
  })
  .meta({ id: 'MailAccepted' });
export const MailIgnored = z
  .object({ ignored: z.string().meta({ description: 'Why nobody answers this message.' }) })
  .meta({ id: 'MailIgnored' });
