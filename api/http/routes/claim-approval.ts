import { ApprovalDetail, ApprovalId } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const claimApprovalRoute = ({
  claimApproval,
  recordUnheard,
}: Pick<UseCases, 'claimApproval' | 'recordUnheard'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/claim',
    summary: 'Take a task: until it is released, nobody else may decide on it',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId },
    responses: { 200: { description: 'The task as it stands now', schema: ApprovalDetail } },
    unheard: ({ id, ...refusal }) => recordUnheard.ofTask({ approvalId: id, act: 'claim', ...refusal }),
    handle: async ({ params, person }) => ({
      status: 200,
      body: await claimApproval({ approvalId: params.id, by: person }),
    }),
  });
