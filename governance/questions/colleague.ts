import type { Person } from '#contracts/person.ts';

/** The address of somebody who acts here now; nothing of a service, or of whoever has left. */
export function addressOfColleague(person: Person | undefined): string | undefined {
  return person && person.roles.length > 0 ? person.email : undefined;
}
