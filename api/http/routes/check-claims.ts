import { ApprovalId } from '#contracts/http/approval.ts';
import { ClaimList, ClaimsRequest } from '#contracts/http/claims.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const checkClaimsRoute = ({ checkClaims }: Pick<UseCases, 'checkClaims'>) =>
  defineRoute({
    method: 'post',
    path: '/api/approvals/{id}/check',
    summary: 'What the message of a task would say with other words in it, held against the records; nothing is kept',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId, body: { kind: 'json', schema: ClaimsRequest } },
    responses: { 200: { description: 'Each thing it says, by its place', schema: ClaimList } },
    handle: async ({ params, body, person }) => ({ status: 200, body: await checkClaims(person, params.id, body) }),
  });
