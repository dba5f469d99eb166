import type { PeopleFile, PersonEntry } from './entries/people-file.ts';
import { countsOn } from './people.ts';

/** Somebody as the file names them, with the last days that rights count; what is over is not there any more. */
export interface PersonView {
  id: string;
  name: string;
  roles: PersonEntry['roles'];
  teams: readonly string[];
  until: string | null;
  standing: boolean;
  authority: readonly { currency: string; upTo: number; until: string }[];
}

export interface PeopleView {
  people: readonly PersonView[];
  services: readonly { id: string; name: string; roles: PersonEntry['roles'] }[];
}

export function viewPeople({ people, services }: PeopleFile, now: Date): PeopleView {
  return { people: people.map((entry) => viewPerson(entry, now)), services };
}

function viewPerson({ id, name, roles, teams, authority, validUntil }: PersonEntry, now: Date): PersonView {
  const standing = countsOn(now, validUntil ?? null);
  const limits = authority.filter((limit) => countsOn(now, limit.validUntil));
  return {
    id,
    name,
    roles: standing ? roles : [],
    teams: standing ? teams : [],
    until: validUntil ?? null,
    standing,
    authority: standing ? limits.map(({ currency, upTo, validUntil: until }) => ({ currency, upTo, until })) : [],
  };
}
