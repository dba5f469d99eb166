import type { RegisteredDataset } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { connectorTitled } from './names.ts';
import { sayCategories, sayDatasets, sayPurposes } from './say-data.ts';

const words = registryTexts.dataset;

/** Which data is kept, where, of what kind, and who may read it. */
export function RegisteredDatasets({ found, registry }: PartProps) {
  const entries = found.datasets.map((dataset) => ({
    key: dataset.name,
    head: dataset.title,
    body: (
      <>
        <p className="soft">{dataset.purpose}</p>
        <AssetFacts
          asset={dataset}
          registry={registry}
          own={[
            { name: words.holds, value: sayCategories(dataset.categories) },
            { name: registryTexts.data.collectedFor, value: sayPurposes(dataset.collectedFor) },
            { name: words.kept, value: sayPlace(dataset, registry) },
            { name: words.readers, value: dataset.readers.map(labelOf).join(', ') },
            {
              name: words.madeFrom,
              value: dataset.madeFrom.length > 0 ? sayDatasets(registry, dataset.madeFrom) : null,
            },
          ]}
        />
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}

function sayPlace({ kept }: RegisteredDataset, registry: PartProps['registry']): string {
  switch (kept.in) {
    case 'connector':
      return connectorTitled(registry, kept.connector);
    case 'database':
      return kept.sealed ? words.sealed(kept.tables.join(', ')) : words.clear(kept.tables.join(', '));
    case 'files':
      return words.files(kept.folder);
  }
}
