import { ApprovalDetail, ApprovalId, ApprovalQuery } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showApprovalRoute = ({ showApproval }: Pick<UseCases, 'showApproval'>) =>
  defineRoute({
    method: 'get',
    path: '/api/approvals/{id}',
    summary: 'One task: what will be done, what it was made from, what was decided',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId, query: ApprovalQuery },
    responses: { 200: { description: 'The task', schema: ApprovalDetail } },
    handle: async ({ params, query, person }) => ({
      status: 200,
      body: await showApproval(person, params.id, query.for),
    }),
  });
