import { Alive } from '#contracts/http/health.ts';
import { defineRoute } from '../app/route.ts';

export const showLivenessRoute = () =>
  defineRoute({
    method: 'get',
    path: '/healthz',
    summary: 'The process is alive',
    tag: 'operations',
    access: 'public',
    request: {},
    responses: { 200: { description: 'Alive', schema: Alive } },
    handle: async () => ({ status: 200, body: { status: 'alive' } }),
  });
