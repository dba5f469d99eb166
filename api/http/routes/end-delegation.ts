import { DelegationAnswer, DelegationId } from '#contracts/http/delegation.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const endDelegationRoute = ({ endDelegation }: Pick<UseCases, 'endDelegation'>) =>
  defineRoute({
    method: 'post',
    path: '/api/delegations/{id}/end',
    summary: 'End a delegation before its time: either of the two may, and team leads and operators',
    tag: 'approvals',
    access: 'person',
    request: { params: DelegationId },
    responses: { 200: { description: 'The delegation as it stands now', schema: DelegationAnswer } },
    handle: async ({ params, person }) => ({
      status: 200,
      body: await endDelegation({ by: person, delegationId: params.id }),
    }),
  });
