import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { MayReach } from './MayReach.tsx';
import { personNamed } from './names.ts';

const words = registryTexts;

/** The outside systems that may be used. */
export function RegisteredConnectors({ found, registry }: PartProps) {
  const entries = found.connectors.map((connector) => ({
    key: connector.name,
    head: connector.title,
    body: (
      <>
        <p className="soft">{connector.purpose}</p>
        <Facts
          facts={[
            { name: words.owner, value: personNamed(registry, connector.owner) },
            { name: words.connector.jurisdiction, value: labelOf(connector.jurisdiction) },
            { name: words.connector.classification, value: labelOf(connector.classification) },
            { name: words.reach.name, value: <MayReach asset={connector.name} /> },
          ]}
        />
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}
