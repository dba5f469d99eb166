import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunList, RunListItem } from '#contracts/http/run.ts';
import { pollPace } from '../ask/poll-pace.ts';
import { newestRunsQuery, type RunFilters, runPagesQuery } from '../ask/runs.ts';

const pace = { fastestMs: 4_000, slowestMs: 30_000 };

/**
 * The pages read so far, kept fresh by asking for the first one alone. What is new comes in by itself while one page
 * holds all; in a longer list it waits for the reader, so that nothing moves under the hand.
 */
export function useRunList(filters: RunFilters) {
  const queries = useQueryClient();
  const pages = useInfiniteQuery(runPagesQuery(filters));
  const [interval] = useState(() => pollPace(pace));
  const newest = useQuery({ ...newestRunsQuery(filters), enabled: pages.isSuccess, refetchInterval: interval });

  const read = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const known = new Set(read.map(({ id }) => id));
  const showNew = () => {
    globalThis.scrollTo({ top: 0 });
    return queries.resetQueries({ queryKey: runPagesQuery(filters).queryKey });
  };
  const whole = newest.data?.next === null && pages.data?.pages.length === 1 ? newest.data.items : undefined;
  const waiting = whole ? [] : (newest.data?.items ?? []).filter(({ id }) => !known.has(id));
  return { pages, newest, runs: whole ?? withFresh(read, newest.data), waiting: waiting.length, showNew };
}

/** A run that is no more among the first, where it would have to be, does not fit the filters any more. */
function withFresh(read: readonly RunListItem[], newest: RunList | undefined): readonly RunListItem[] {
  const last = newest?.items.at(-1);
  if (!newest || !last) return read;
  const fresh = new Map(newest.items.map((run) => [run.id, run]));
  return read.flatMap((run) => fresh.get(run.id) ?? (run.createdAt < last.createdAt ? run : []));
}
