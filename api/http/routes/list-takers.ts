import { ApprovalId, TakerList } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listTakersRoute = ({ listTakers }: Pick<UseCases, 'listTakers'>) =>
  defineRoute({
    method: 'get',
    path: '/api/approvals/{id}/takers',
    summary: 'To whom a task could be given: everybody who may decide on it now',
    tag: 'approvals',
    access: 'person',
    request: { params: ApprovalId },
    responses: { 200: { description: 'People, by name', schema: TakerList } },
    handle: async ({ params, person }) => ({ status: 200, body: await listTakers(person, params.id) }),
  });
