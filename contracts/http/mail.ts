import { z } from 'zod';
import { RunReference } from './run.ts';

export const MailAccepted = z.object({ run: RunReference }).meta({ id: 'MailAccepted' });
export const MailIgnored = z
  .object({ ignored: z.string().meta({ description: 'Why nobody answers this message.' }) })
  .meta({ id: 'MailIgnored' });
