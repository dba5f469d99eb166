import { queryOptions } from '@tanstack/react-query';
import { ApprovalList } from '#contracts/http/approval.ts';
import { ask } from './ask.ts';

/** What waits for whoever is signed in, the most urgent first. */
export const inboxQuery = queryOptions({
  queryKey: ['approvals', 'inbox'],
  queryFn: ({ signal }) =>
    ask({ path: '/api/approvals?state=open&mine=true&sort=urgency&limit=100', answer: ApprovalList, signal }),
});
