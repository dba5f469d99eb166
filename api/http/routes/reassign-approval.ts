import { ApprovalDetail, ApprovalId, ReassignRequest } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const reassignApprovalRoute = ({ reassignApproval }: Pick<UseCases, 'reassignApproval'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/reassign',
    summary: 'Give a task to somebody else who may decide on it',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId, body: { kind: 'json', schema: ReassignRequest } },
    responses: { 200: { description: 'The task as it stands now', schema: ApprovalDetail } },
    handle: async ({ params, body, person }) => ({
      status: 200,
      body: await reassignApproval({ approvalId: params.id, by: person, to: body.to }),
    }),
  });
