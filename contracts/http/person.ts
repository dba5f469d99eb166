import { z } from 'zod';
import { Role } from '../person.ts';

export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    teams: z.array(z.string()),
    places: z
      .array(z.enum(['mailbox']))
      .meta({ description: 'Places of the console that are not everywhere: the mailbox of a local stack.' }),
    links: z
      .array(z.object({ href: z.string(), name: z.string(), about: z.string() }))
      .meta({ description: 'What there is to open beside the console.' }),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
