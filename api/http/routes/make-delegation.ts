import { DelegationAnswer, DelegationRequest } from '#contracts/http/delegation.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const makeDelegationRoute = ({
  makeDelegation,
  recordUnheard,
}: Pick<UseCases, 'makeDelegation' | 'recordUnheard'>) =>
  defineRoute({
    method: 'post',
    path: '/api/delegations',
    summary: 'Let somebody do with tasks what you may, for a while; team leads and operators may do it for others',
    tag: 'approvals',
    access: 'person',
    request: { body: { kind: 'json', schema: DelegationRequest } },
    responses: { 201: { description: 'The delegation', schema: DelegationAnswer } },
    unheard: recordUnheard.ofDelegation,
    handle: async ({ body, person }) => ({
      status: 201,
      body: await makeDelegation({ by: person, ...body, from: body.from ?? person.id }),
    }),
  });
