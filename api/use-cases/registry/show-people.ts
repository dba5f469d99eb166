import type { PeopleAnswer } from '#contracts/http/registry-people.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { Registry } from '#governance/registry/index.ts';

/** Everybody who may act here; up to which amount is for those who may see it. */
export function createShowPeople({ registry, policy }: { registry: Registry; policy: PolicyPort }) {
  return (by: Person): PeopleAnswer => {
    const { people, services } = registry.peopleView();
    const shown = people.map(({ roles, teams, authority, ...person }) => ({
      ...person,
      roles: [...roles],
      teams: [...teams],
      authority: maySeeAuthority(by, person.id) ? [...authority] : null,
    }));
    return { people: shown, services: services.map(({ roles, ...service }) => ({ ...service, roles: [...roles] })) };
  };

  function maySeeAuthority(by: Person, person: string): boolean {
    const principal = { kind: 'person', person: by } as const;
    return policy.decide({ action: 'readAuthority', principal, resource: { person } }).kind === 'allowed';
  }
}
