import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { inboxQuery } from '../ask/approvals.ts';
import { inInboxOrder } from '../inbox/inbox-groups.ts';
import { filtersOf } from '../inbox/inbox-search.ts';
import { lastBefore, nextBehind } from './queue.ts';

/** What came of a decision, for the screen that comes up after it. */
export interface DecidedLast {
  id: string;
  subject: string;
  state: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    decided?: DecidedLast;
  }
}

export type Queue = ReturnType<typeof useQueue>;

/** The task among those that wait: which comes next, in the order in which they waited as one began. */
export function useQueue(id: string) {
  const search = useSearch({ from: '/approvals/$id' });
  const navigate = useNavigate();
  const inbox = useQuery(inboxQuery(filtersOf(search)));
  const waiting = inInboxOrder(inbox.data?.items ?? []).map((task) => task.id);
  const [remembered, setRemembered] = useState<readonly string[]>([]);
  if (remembered.length === 0 && waiting.length > 0) setRemembered(waiting);

  const next = nextBehind(id, remembered, waiting);
  const before = lastBefore(id, remembered, waiting);
  const leadTo = (task: string | undefined, decided?: DecidedLast) => {
    const state = decided ? { decided } : {};
    if (task === undefined) return navigate({ to: '/inbox', search, state });
    return navigate({ to: '/approvals/$id', params: { id: task }, search, state });
  };
  return {
    search,
    place: remembered.indexOf(id) + 1,
    of: remembered.length,
    hasNext: next !== undefined,
    hasBefore: before !== undefined,
    toNext: (decided?: DecidedLast) => leadTo(next, decided),
    toBefore: () => leadTo(before),
    toInbox: () => leadTo(undefined),
  };
}
