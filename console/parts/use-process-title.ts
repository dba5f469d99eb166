import { useQuery } from '@tanstack/react-query';
import { processesQuery } from '../ask/processes.ts';
import { labelOf } from '../format/label-of.ts';

/** What people call a process; its own name where nobody says. */
export function useProcessTitle(): (name: string) => string {
  const { data } = useQuery(processesQuery);
  return (name) => data?.items.find((process) => process.name === name)?.title ?? labelOf(name);
}
