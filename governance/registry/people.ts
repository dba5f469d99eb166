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
export function createPeople(fileNow: () => PeopleFile, now: () => Date): People {
  const indexNow = createIndex(fileNow);
  const people = () => fileNow().people.map((entry) => personAt(now(), entry));
  return {
    people,
    person: (id) => {
      const { entries, services } = indexNow();
      const entry = entries.get(id);
      return entry ? personAt(now(), entry) : services.get(id);
    },
    peopleWithRole: (role) => people().filter(({ roles }) => roles.some((held) => held === role)),
  };
}

/** Made anew only where the file was. */
function createIndex(fileNow: () => PeopleFile) {
  let index = indexOf(fileNow());
  return () => {
    const file = fileNow();
    if (file !== index.file) index = indexOf(file);
    return index;
  };
}

function indexOf(file: PeopleFile) {
  const services = file.services.map((service): [string, Person] => [service.id, { ...service, teams: [] }]);
  return { file, entries: new Map(file.people.map((entry) => [entry.id, entry])), services: new Map(services) };
}

function personAt(moment: Date, { id, name, email, roles, teams, authority, takes, validUntil }: PersonEntry): Person {
  if (!countsOn(moment, validUntil ?? null)) return { id, name, email, teams: [], roles: [], authority: [] };
  const standing = authority.filter((limit) => countsOn(moment, limit.validUntil));
  const limits = standing.map(({ currency, upTo }) => ({ currency, upTo }));
  return { id, name, email, teams, roles, authority: limits, ...(takes ? { takes } : {}) };
}

/** Whether something counts at a moment, given its last day in UTC. */
export function countsOn(moment: Date, lastDay: string | null): boolean {
  return lastDay === null || moment.toISOString().slice(0, 10) <= lastDay;
}
