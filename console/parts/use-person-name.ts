import { useQuery } from '@tanstack/react-query';
import { registryQuery } from '../ask/registry.ts';
import { personNamed } from '../registry/names.ts';

/** What people are called here; their id until that is known. */
export function usePersonName(): (id: string) => string {
  const { data } = useQuery(registryQuery);
  return (id) => (data ? personNamed(data, id) : id);
}
