import { DecisionRequest } from '#contracts/approval.ts';
import { ApprovalDetail, ApprovalId } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const decideApprovalRoute = ({
  decideApproval,
  recordUnheard,
}: Pick<UseCases, 'decideApproval' | 'recordUnheard'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/decision',
    summary: 'Approve, edit, reject, or ask the customer; the first valid decision wins',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId, body: { kind: 'json', schema: DecisionRequest } },
    responses: { 200: { description: 'The task as it stands now', schema: ApprovalDetail } },
    unheard: ({ id, ...refusal }) => recordUnheard.ofTask({ approvalId: id, act: 'decide', ...refusal }),
    handle: async ({ params, body, person }) => ({
      status: 200,
      body: await decideApproval({ approvalId: params.id, by: person, request: body }),
    }),
  });
