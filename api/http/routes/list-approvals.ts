import { ApprovalList, ApprovalListQuery } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listApprovalsRoute = ({ listApprovals }: Pick<UseCases, 'listApprovals'>) =>
  defineRoute({
    method: 'get',
    path: '/api/approvals',
    summary: 'The inbox: tasks that wait for a person, newest first or by urgency',
    tag: 'approvals',
    access: 'person',
    request: { query: ApprovalListQuery },
    responses: { 200: { description: 'A page of tasks', schema: ApprovalList } },
    handle: async ({ query, person }) => ({ status: 200, body: await listApprovals(person, query) }),
  });
