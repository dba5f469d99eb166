import { ApprovalDetail, ApprovalId, ReassignRequest } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const reassignApprovalRoute = ({
  reassignApproval,
  recordUnheard,
}: Pick<UseCases, 'reassignApproval' | 'recordUnheard'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/reassign',
    summary: 'Give a task to somebody else who may decide on it',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId, body: { kind: 'json', schema: ReassignRequest } },
    responses: { 200: { description: 'The task as it stands now', schema: ApprovalDetail } },
    unheard: ({ id, ...refusal }) => recordUnheard.ofTask({ approvalId: id, act: 'reassign', ...refusal }),
    handle: async ({ params, body, person }) => ({
      status: 200,
      body: await reassignApproval({ approvalId: params.id, by: person, to: body.to }),
    }),
  });
