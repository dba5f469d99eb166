import { ApprovalDetail, ApprovalId, CommentRequest } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const commentOnApprovalRoute = ({
  commentOnApproval,
  recordUnheard,
}: Pick<UseCases, 'commentOnApproval' | 'recordUnheard'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/comments',
    summary: 'Say something about an open task to whoever else looks at it',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId, body: { kind: 'json', schema: CommentRequest } },
    responses: { 201: { description: 'The task with what was said', schema: ApprovalDetail } },
    unheard: ({ id, ...refusal }) => recordUnheard.ofTask({ approvalId: id, act: 'comment', ...refusal }),
    handle: async ({ params, body, person }) => ({
      status: 201,
      body: await commentOnApproval({ approvalId: params.id, by: person, text: body.text }),
    }),
  });
