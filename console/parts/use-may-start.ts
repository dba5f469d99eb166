import { useQuery } from '@tanstack/react-query';
import { processesQuery } from '../ask/processes.ts';

/** Whether there is a process that whoever is signed in may start; no while that is not known. */
export function useMayStart({ signedIn = true } = {}): boolean {
  const { data } = useQuery({ ...processesQuery, enabled: signedIn });
  return data?.items.some(({ mayStart }) => mayStart) ?? false;
}
