import { AttentionCounts } from '#contracts/http/run.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const countAttentionRoute = ({ countAttention }: Pick<UseCases, 'countAttention'>) =>
  defineRoute({
    method: 'get',
    path: '/api/runs/attention',
    summary: 'How many runs somebody has to look at, of each kind',
    tag: 'runs',
    access: 'person',
    request: {},
    responses: { 200: { description: 'The number of each kind', schema: AttentionCounts } },
    handle: async ({ person }) => ({ status: 200, body: await countAttention(person) }),
  });
