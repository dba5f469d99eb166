import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { connectorTitled } from './names.ts';
import { sayDatasets, sayPurposes } from './say-data.ts';

const words = registryTexts.tool;

/** What processes may do by connectors, and with which data. */
export function RegisteredTools({ found, registry }: PartProps) {
  const entries = found.tools.map((tool) => ({
    key: tool.name,
    head: tool.title,
    body: (
      <>
        <p className="soft">{tool.purpose}</p>
        <AssetFacts
          asset={tool}
          registry={registry}
          own={[
            { name: words.does, value: words.effects[tool.effect](connectorTitled(registry, tool.connector)) },
            { name: registryTexts.data.of, value: sayDatasets(registry, tool.datasets) },
            { name: registryTexts.data.usedFor, value: sayPurposes([tool.usedFor]) },
            { name: words.usedBy, value: usersOf(tool.name, registry).join(', ') || words.unused },
          ]}
        />
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}

function usersOf(tool: string, { processes }: PartProps['registry']): string[] {
  return processes.filter(({ tools }) => tools.includes(tool)).map(({ title }) => title);
}
