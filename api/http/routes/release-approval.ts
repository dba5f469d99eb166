import { ApprovalDetail, ApprovalId } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const releaseApprovalRoute = ({
  releaseApproval,
  recordUnheard,
}: Pick<UseCases, 'releaseApproval' | 'recordUnheard'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/release',
    summary: 'Give up a claimed task; team leads and operators may do it for others',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId },
    responses: { 200: { description: 'The task as it stands now', schema: ApprovalDetail } },
    unheard: ({ id, ...refusal }) => recordUnheard.ofTask({ approvalId: id, act: 'release', ...refusal }),
    handle: async ({ params, person }) => ({
      status: 200,
      body: await releaseApproval({ approvalId: params.id, by: person }),
    }),
  });
