import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';
import { RegistryPart } from './RegistryPart.tsx';

const words = texts.registry;

/** Who may act here, in the roles they have now. */
export function RegisteredPeople({ registry }: { registry: RegistryAnswer }) {
  const entries = registry.people.map(({ id, name, roles, teams }) => ({
    key: id,
    head: name,
    body: (
      <Facts
        facts={[
          { name: words.roles, value: roles.map(labelOf).join(', ') || words.noRole },
          { name: words.teams, value: teams.map((team) => registry.teams[team] ?? team).join(', ') },
        ]}
      />
    ),
  }));
  return <RegistryPart part="people" entries={entries} />;
}
