import { queryOptions } from '@tanstack/react-query';
import { ProcessDetail, ProcessList } from '#contracts/http/process.ts';
import { ask } from './ask.ts';

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: ({ signal }) => ask({ path: '/api/processes', answer: ProcessList, signal }),
  staleTime: 300_000,
});

export function processQuery(name: string) {
  return queryOptions({
    queryKey: ['processes', name],
    queryFn: ({ signal }) => ask({ path: `/api/processes/${encodeURIComponent(name)}`, answer: ProcessDetail, signal }),
    staleTime: 300_000,
  });
}
