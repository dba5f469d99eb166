import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './api-failure.ts';

const triesAtOnce = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A call that fails is shown as that; the browser's guess about being offline holds nothing back.
      queries: {
        networkMode: 'always',
        staleTime: 2_000,
        retry: (failures, error) => failures < triesAtOnce && mayPass(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
}
