import { EgressAnswer } from '#contracts/http/egress.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listEgressRoute = ({ listEgress }: Pick<UseCases, 'listEgress'>) =>
  defineRoute({
    method: 'get',
    path: '/api/egress',
    summary: 'Every place outside that may be reached, for whom and by which requests',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: {
      200: { description: 'What the registry names, with what of it the settings use', schema: EgressAnswer },
    },
    handle: async () => ({ status: 200, body: listEgress() }),
  });
