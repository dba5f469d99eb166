import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DecisionRequest } from '#contracts/approval.ts';
import { ApprovalDetail, ApprovalList, TakerList } from '#contracts/http/approval.ts';
import { ClaimList, type ClaimsRequest } from '#contracts/http/claims.ts';
import { ask } from './ask.ts';

/** What of the inbox the API is asked for, by the names of its own parameters. */
export type InboxFilters = Readonly<Record<string, string>>;

/** What waits for whoever is signed in, the most urgent first. */
export function inboxQuery(filters: InboxFilters) {
  const query = new URLSearchParams({ ...filters, state: 'open', mine: 'true', sort: 'urgency', limit: '100' });
  return queryOptions({
    queryKey: ['approvals', 'inbox', filters],
    queryFn: ({ signal }) => ask({ path: `/api/approvals?${query}`, answer: ApprovalList, signal }),
  });
}

export function approvalQuery(id: string) {
  return queryOptions({
    queryKey: ['approvals', 'one', id],
    queryFn: ({ signal }) => ask({ path: pathOf(id), answer: ApprovalDetail, signal }),
  });
}

/** The task of the same run and point that was rejected last before one. */
export function rejectedBeforeQuery({ run, point, openedAt }: Pick<ApprovalDetail, 'run' | 'point' | 'openedAt'>) {
  return queryOptions({
    queryKey: ['approvals', 'rejected', run.id, point, openedAt],
    queryFn: async ({ signal }) => {
      const path = `/api/approvals?state=rejected&run=${encodeURIComponent(run.id)}`;
      const { items } = await ask({ path, answer: ApprovalList, signal });
      const details = items
        .filter((item) => item.point === point)
        .map(({ id }) => ask({ path: pathOf(id), answer: ApprovalDetail, signal }));
      return (await Promise.all(details)).find((task) => task.openedAt < openedAt) ?? null;
    },
  });
}

/** What the message of a task would say with other words in it. */
export function claimsQuery({ id, digest }: Pick<ApprovalDetail, 'id' | 'digest'>, content: ClaimsRequest['content']) {
  return queryOptions({
    queryKey: ['claims', id, digest, content],
    queryFn: ({ signal }) => ask({ path: `${pathOf(id)}/check`, body: { digest, content }, answer: ClaimList, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function takersQuery(id: string) {
  return queryOptions({
    queryKey: ['approvals', 'takers', id],
    queryFn: ({ signal }) => ask({ path: `${pathOf(id)}/takers`, answer: TakerList, signal }),
    staleTime: 0,
  });
}

export function decideOn(id: string, request: z.input<typeof DecisionRequest>) {
  return ask({ path: `${pathOf(id)}/decision`, body: request, answer: ApprovalDetail });
}

/** What people do with a task besides deciding. */
export type TaskAct =
  | { verb: 'claim' | 'release' }
  | { verb: 'reassign'; to: string }
  | { verb: 'comments'; text: string };

export function actOn(id: string, { verb, ...body }: TaskAct) {
  return ask({ path: `${pathOf(id)}/${verb}`, body, answer: ApprovalDetail });
}

/** Where a file that a task's message takes with it is got from; they are counted from 1. */
export function attachmentPath(id: string, number: number): string {
  return `${pathOf(id)}/attachments/${number}`;
}

function pathOf(id: string): string {
  return `/api/approvals/${encodeURIComponent(id)}`;
}
