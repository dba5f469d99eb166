import { DelegationAnswer, DelegationRequest } from '#contracts/http/delegation.ts';
import { IdempotencyHeaders } from '#contracts/http/idempotency.ts';
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
    request: { headers: IdempotencyHeaders, body: { kind: 'json', schema: DelegationRequest } },
    responses: { 201: { description: 'The delegation', schema: DelegationAnswer } },
    unheard: recordUnheard.ofDelegation,
    handle: async ({ body, headers, person }) => {
      const order = { by: person, ...body, from: body.from ?? person.id };
      return { status: 201, body: await makeDelegation({ ...order, idempotencyKey: headers['idempotency-key'] }) };
    },
  });
