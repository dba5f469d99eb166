import { queryOptions } from '@tanstack/react-query';
import { Me } from '#contracts/http/person.ts';
import { ask } from './ask.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask({ path: '/api/me', answer: Me, signal }),
  staleTime: 60_000,
});
