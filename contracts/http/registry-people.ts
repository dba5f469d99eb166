import { z } from 'zod';
import { Authority, Role } from '../person.ts';

const RegisteredAuthority = Authority.extend({
  until: z.iso.date().meta({ description: 'The last day it counts, in UTC.' }),
});

const PersonDetail = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(Role),
  teams: z.array(z.string()),
  until: z.iso.date().nullable().meta({ description: 'The last day this person may act here, where there is one.' }),
  standing: z.boolean().meta({ description: 'False once that day is over: nothing counts any more.' }),
  authority: z
    .array(RegisteredAuthority)
    .nullable()
    .meta({ description: 'Up to which amount they may agree; null for those who may not see it.' }),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

/** Everybody who may act here, and the programs that do. */
export const PeopleAnswer = z
  .object({
    people: z.array(PersonDetail),
    services: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(Role) })),
  })
  .meta({ id: 'PeopleAnswer' });
export type PeopleAnswer = z.infer<typeof PeopleAnswer>;
