import type { ConnectorEntry } from './entries/connector-entry.ts';
import type { RegistryContent } from './read-registry.ts';

/** A connector that is used by an account, and by which variables that is set. */
export type ConnectorAccount = Pick<ConnectorEntry, 'name'> & NonNullable<ConnectorEntry['account']>;

export function accountsOf({ connectors }: RegistryContent): readonly ConnectorAccount[] {
  return [...connectors.values()].flatMap(({ value: { name, account } }) => (account ? [{ name, ...account }] : []));
}
