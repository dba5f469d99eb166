import { queryOptions } from '@tanstack/react-query';
import { BulkConfirmed, BulkPreview } from '#contracts/http/bulk.ts';
import { ask } from './ask.ts';

export type BulkVerb = 'cancel' | 'retry';

/** Which runs are meant: by filters of the list, or by their ids. */
export type BulkFilters = Readonly<Record<string, string | readonly string[]>>;

/** Exactly what would be touched; asked once, since the answer stands for these runs. */
export function bulkPreviewQuery(verb: BulkVerb, filters: BulkFilters) {
  return queryOptions({
    queryKey: ['bulk', verb, filters],
    queryFn: ({ signal }) =>
      ask({ path: pathOf(verb), body: { step: 'preview', filters }, answer: BulkPreview, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function confirmBulk(verb: BulkVerb, { token, reason }: { token: string; reason: string }) {
  return ask({ path: pathOf(verb), body: { step: 'confirm', token, reason }, answer: BulkConfirmed });
}

function pathOf(verb: BulkVerb): string {
  return `/api/runs/bulk/${verb}`;
}
