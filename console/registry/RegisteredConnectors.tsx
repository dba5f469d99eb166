import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';
import { personNamed } from './person-named.ts';
import { RegistryPart } from './RegistryPart.tsx';

const words = texts.registry;

/** The outside systems that may be used. */
export function RegisteredConnectors({ registry }: { registry: RegistryAnswer }) {
  const entries = registry.connectors.map((connector) => ({
    key: connector.name,
    head: connector.title,
    body: (
      <>
        <p className="soft">{connector.purpose}</p>
        <Facts
          facts={[
            { name: words.owner, value: personNamed(registry, connector.owner) },
            { name: words.jurisdiction, value: connector.jurisdiction },
            { name: words.classification, value: labelOf(connector.classification) },
          ]}
        />
      </>
    ),
  }));
  return <RegistryPart part="connectors" entries={entries} />;
}
