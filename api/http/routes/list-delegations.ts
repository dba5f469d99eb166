import { DelegationList, DelegationListQuery } from '#contracts/http/delegation.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listDelegationsRoute = ({ listDelegations }: Pick<UseCases, 'listDelegations'>) =>
  defineRoute({
    method: 'get',
    path: '/api/delegations',
    summary: 'Who acts for whom, newest first: to you and from you; all of them for team leads and operators',
    tag: 'approvals',
    access: 'person',
    request: { query: DelegationListQuery },
    responses: { 200: { description: 'A page of delegations', schema: DelegationList } },
    handle: async ({ query, person }) => ({ status: 200, body: await listDelegations(person, query) }),
  });
