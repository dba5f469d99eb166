import { z } from 'zod';
import { defineRoute, type Route } from '../app/route.ts';
import { describeRoutes } from '../docs/describe-routes.ts';

/** Describes every route given and itself. */
export function showOpenApiRoute(others: readonly Route[]): Route {
  const route: Route = defineRoute({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description of the API',
    tag: 'operations',
    access: 'public',
    request: {},
    responses: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({}) } },
    handle: async () => ({ status: 200, body: document() }),
  });
  let known: unknown;
  const document = () => {
    known ??= describeRoutes([...others, route]);
    return known;
  };
  return route;
}
