import type { Person, Role } from '#contracts/person.ts';
import type { PeopleFile, PersonEntry } from './entries/people-file.ts';

export interface People {
  /** Whoever may act here, people and services, such as mail intake. */
  person(id: string): Person | undefined;
  /** Those who may sign in: people, no services. */
  people(): readonly Person[];
  peopleWithRole(role: Role | string): readonly Person[];
}

/** People with the roles they have at the moment of asking. */
export function createPeople(file: PeopleFile, now: () => Date): People {
  const people = () => file.people.map((entry) => personAt(now(), entry));
  const entries = new Map(file.people.map((entry) => [entry.id, entry]));
  const services = new Map<string, Person>(file.services.map((service) => [service.id, { ...service, teams: [] }]));
  return {
    people,
    person: (id) => {
      const entry = entries.get(id);
      return entry ? personAt(now(), entry) : services.get(id);
    },
    peopleWithRole: (role) => people().filter(({ roles }) => roles.some((held) => held === role)),
  };
}

function personAt(moment: Date, { id, name, email, roles, teams, authority, validUntil }: PersonEntry): Person {
  const today = moment.toISOString().slice(0, 10);
  if (validUntil !== undefined && today > validUntil) return { id, name, email, teams: [], roles: [], authority: [] };
  const standing = authority.filter((limit) => today <= limit.validUntil);
  return { id, name, email, teams, roles, authority: standing.map(({ currency, upTo }) => ({ currency, upTo })) };
}
