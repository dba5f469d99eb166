import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ModelCallDetail } from '#contracts/http/model-call.ts';
import { AttentionCounts, CancelAnswer, RunAnswer, RunDetail, RunList } from '#contracts/http/run.ts';
import { ask } from './ask.ts';

const pageSize = 50;

/** What the API is asked for, by the names of its own parameters. */
export type RunFilters = Readonly<Record<string, string>>;

export function runPagesQuery(filters: RunFilters) {
  return infiniteQueryOptions({
    queryKey: ['runs', 'pages', filters],
    queryFn: ({ pageParam, signal }) => ask({ path: listPath(filters, pageParam), answer: RunList, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 30_000,
    // What is new is looked for by the first page alone, however many are open.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function newestRunsQuery(filters: RunFilters) {
  return queryOptions({
    queryKey: ['runs', 'newest', filters],
    queryFn: ({ signal }) => ask({ path: listPath(filters), answer: RunList, signal }),
  });
}

export const attentionQuery = queryOptions({
  queryKey: ['runs', 'attention'],
  queryFn: ({ signal }) => ask({ path: '/api/runs/attention', answer: AttentionCounts, signal }),
  staleTime: 10_000,
  refetchInterval: 60_000,
});

export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['runs', 'one', id],
    queryFn: ({ signal }) => ask({ path: `/api/runs/${encodeURIComponent(id)}`, answer: RunDetail, signal }),
  });
}

/** What was sent and said does not change; only its erasure does. */
export function modelCallQuery(run: string, call: string) {
  return queryOptions({
    queryKey: ['model-calls', run, call],
    queryFn: ({ signal }) => ask({ path: `/api/runs/${run}/model-calls/${call}`, answer: ModelCallDetail, signal }),
    staleTime: 300_000,
  });
}

function listPath(filters: RunFilters, cursor?: string): string {
  const query = new URLSearchParams({ ...filters, limit: String(pageSize), ...(cursor ? { cursor } : {}) });
  return `/api/runs?${query}`;
}

export function startRun({ process, input, key }: { process: string; input: unknown; key: string }) {
  const path = `/api/processes/${encodeURIComponent(process)}/runs`;
  return ask({ path, body: { input }, headers: { 'idempotency-key': key }, answer: RunAnswer });
}

export function cancelRun(id: string, reason: string) {
  return ask({ path: `/api/runs/${id}/cancel`, body: { reason }, answer: CancelAnswer });
}

export function retryRun(id: string, { reason, from }: { reason: string; from: string }) {
  const body = { reason, ...(from === '' ? {} : { from }) };
  return ask({ path: `/api/runs/${id}/retry`, body, answer: RunAnswer });
}
