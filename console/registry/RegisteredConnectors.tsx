import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';

/** The outside systems that may be used. */
export function RegisteredConnectors({ found, registry }: PartProps) {
  const entries = found.connectors.map((connector) => ({
    key: connector.name,
    head: connector.title,
    body: (
      <>
        <p className="soft">{connector.purpose}</p>
        <AssetFacts asset={connector} registry={registry} />
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}
