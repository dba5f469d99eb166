import type { RegistryAnswer } from '#contracts/http/registry.ts';
import type { PeopleAnswer } from '#contracts/http/registry-people.ts';
import { labelOf } from '../format/label-of.ts';
import { type Fact, Facts } from '../parts/Facts.tsx';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.people;

/** Roles and groups with who is in them, and the programs that act here. */
export function Holders({ people, services, registry }: PeopleAnswer & { registry: RegistryAnswer }) {
  const roles = [...new Set(people.flatMap((person) => person.roles))].toSorted();
  return (
    <>
      <Part
        name={words.roles}
        facts={roles.map((role) => ({
          name: labelOf(role),
          value: namesOf(people, (each) => each.roles.includes(role)),
        }))}
      />
      <Part
        name={words.teams}
        facts={Object.entries(registry.teams).map(([team, title]) => ({
          name: title,
          value: namesOf(people, (each) => each.teams.includes(team)) || words.nobody,
        }))}
      />
      <Part
        name={words.services}
        lead={words.servicesLead}
        facts={services.map(({ name, roles: held }) => ({ name, value: held.map(labelOf).join(', ') }))}
      />
    </>
  );
}

function Part({ name, lead, facts }: { name: string; lead?: string; facts: readonly Fact[] }) {
  return (
    <section className="card">
      <h2>{name}</h2>
      {lead ? <p className="small soft">{lead}</p> : null}
      <Facts facts={facts} />
    </section>
  );
}

type Person = PeopleAnswer['people'][number];

function namesOf(people: readonly Person[], isOne: (person: Person) => boolean): string {
  return people
    .filter(isOne)
    .map(({ name }) => name)
    .join(', ');
}
