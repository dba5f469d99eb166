import { z } from 'zod';
import { Takes } from '#contracts/owning.ts';
import { Authority, Role } from '#contracts/person.ts';
import { EmailAddress } from '#contracts/text.ts';
import { Name, Sentence } from './words.ts';

const PersonEntry = z.strictObject({
  id: Name,
  name: Sentence,
  email: EmailAddress,
  roles: z.array(Role),
  teams: z.array(Name),
  /** Up to which amount this person may agree, and until which day. */
  authority: z.array(Authority.extend({ validUntil: z.iso.date() })).default([]),
  /** What they take on of the enquiries that come to their teams. */
  takes: Takes.optional(),
  /** The last day, in UTC, on which roles, teams and authority count. */
  validUntil: z.iso.date().optional(),
});
export type PersonEntry = z.infer<typeof PersonEntry>;

const ServiceEntry = z.strictObject({ id: Name, name: Sentence, roles: z.array(Role) });

/** Who may act: `registry/people.yaml`. */
export const PeopleFile = z.strictObject({
  teams: z.record(Name, Sentence),
  people: z.array(PersonEntry).min(1),
  services: z.array(ServiceEntry),
});
export type PeopleFile = z.infer<typeof PeopleFile>;
