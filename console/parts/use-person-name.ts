import { useQuery } from '@tanstack/react-query';
import { registryQuery } from '../ask/registry.ts';
import { personNamed } from '../registry/names.ts';

/** What people are called here; their id where that is not known. */
export type PersonName = (id: string) => string;

export function usePersonName(): PersonName {
  const { data } = useQuery(registryQuery);
  return (id) => (data ? personNamed(data, id) : id);
}
