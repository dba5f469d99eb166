import { useQuery } from '@tanstack/react-query';
import { registryQuery } from '../ask/registry.ts';
import { type PersonName, usePersonName } from './use-person-name.ts';
import { useProcessTitle } from './use-process-title.ts';

/** What people call whom and what Baton names by an id; the id where nobody says. */
export interface Names {
  person: PersonName;
  process(name: string): string;
  connector(name: string): string;
  provider(name: string): string;
}

export function useNames(): Names {
  const { data } = useQuery(registryQuery);
  return {
    person: usePersonName(),
    process: useProcessTitle(),
    connector: (name) => data?.connectors.find((each) => each.name === name)?.title ?? name,
    provider: (name) => data?.providers[name]?.title ?? name,
  };
}
