import { Readiness } from '#contracts/http/health.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showReadinessRoute = ({ checkReadiness }: Pick<UseCases, 'checkReadiness'>) =>
  defineRoute({
    method: 'get',
    path: '/readyz',
    summary: 'Whether all that requests need answers now, part by part',
    tag: 'operations',
    access: 'public',
    request: {},
    responses: {
      200: { description: 'Ready', schema: Readiness },
      503: { description: 'Not ready; the parts say why', schema: Readiness },
    },
    handle: async () => {
      const readiness = await checkReadiness();
      return readiness.ready
        ? { status: 200, body: readiness }
        : { status: 503, body: readiness, headers: { 'Retry-After': '5' } };
    },
  });
