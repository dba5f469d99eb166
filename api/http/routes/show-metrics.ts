import { z } from 'zod';
import type { Metrics } from '../app/metrics.ts';
import { type Access, defineRoute } from '../app/route.ts';

export const showMetricsRoute = (metrics: Metrics, access: Access) =>
  defineRoute({
    method: 'get',
    path: '/metrics',
    summary: 'Figures for a monitoring system',
    tag: 'operations',
    access,
    request: {},
    responses: { 200: { description: 'In the Prometheus text format', schema: z.string(), mediaType: 'text/plain' } },
    handle: async () => ({ status: 200, body: await metrics.text(), mediaType: metrics.mediaType }),
  });
