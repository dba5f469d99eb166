import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { MayReach } from './MayReach.tsx';

/** The outside systems that may be used. */
export function RegisteredConnectors({ found, registry }: PartProps) {
  const entries = found.connectors.map((connector) => ({
    key: connector.name,
    head: connector.title,
    body: (
      <>
        <p className="soft">{connector.purpose}</p>
        <AssetFacts
          asset={connector}
          registry={registry}
          own={[{ name: registryTexts.reach.name, value: <MayReach asset={connector.name} /> }]}
        />
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}
