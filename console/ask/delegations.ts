import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { DelegationAnswer, DelegationList, type DelegationRequest } from '#contracts/http/delegation.ts';
import { ask } from './ask.ts';

const againMs = 30_000;

export const delegationsInForceQuery = queryOptions({
  queryKey: ['delegations', 'in-force'],
  queryFn: ({ signal }) => ask({ path: '/api/delegations?inForce=true&limit=200', answer: DelegationList, signal }),
  refetchInterval: againMs,
});

/** Those to and from whoever is signed in, now and to come. */
export const ownDelegationsQuery = queryOptions({
  queryKey: ['delegations', 'own'],
  queryFn: ({ signal }) =>
    ask({ path: '/api/delegations?mine=true&notOver=true&limit=200', answer: DelegationList, signal }),
  refetchInterval: againMs,
});

export function makeDelegation({ body, key }: { body: z.input<typeof DelegationRequest>; key: string }) {
  return ask({ path: '/api/delegations', body, headers: { 'idempotency-key': key }, answer: DelegationAnswer });
}

export function endDelegation(id: string) {
  return ask({ path: `/api/delegations/${encodeURIComponent(id)}/end`, body: {}, answer: DelegationAnswer });
}
