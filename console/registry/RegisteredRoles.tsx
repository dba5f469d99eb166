import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { Sentences } from './Sentences.tsx';
import { sayDatasets } from './say-data.ts';

const words = registryTexts.role;

/** What people get by each role, and who has it. */
export function RegisteredRoles({ found, registry }: PartProps) {
  const entries = found.roles.map((role) => ({
    key: role.name,
    head: role.title,
    body: (
      <>
        <p className="soft">{role.purpose}</p>
        <AssetFacts
          asset={role}
          staysInUse
          registry={registry}
          own={[
            { name: words.may, value: <Sentences of={role.may} /> },
            { name: words.held, value: holdersOf(role.name, registry).join(', ') || words.nobody },
            { name: registryTexts.data.of, value: sayDatasets(registry, role.datasets) },
          ]}
        />
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}

function holdersOf(role: string, { people }: PartProps['registry']): string[] {
  return people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
}
