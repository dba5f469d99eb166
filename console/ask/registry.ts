import { queryOptions } from '@tanstack/react-query';
import { RegistryAnswer } from '#contracts/http/registry.ts';
import { ask } from './ask.ts';

export const registryQuery = queryOptions({
  queryKey: ['registry'],
  queryFn: ({ signal }) => ask({ path: '/api/registry', answer: RegistryAnswer, signal }),
  staleTime: 300_000,
});
