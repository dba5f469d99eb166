import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Problem } from '#contracts/http/problem.ts';
import type { Route, RouteBody, RouteResponse } from '../app/route.ts';

/** The routes as OpenAPI 3.1, from the schemas they parse and answer with. */
export function describeRoutes(routes: readonly Route[]): unknown {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: describe(route) };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Baton',
      version: '1',
      description: 'Start business processes, find their runs, decide on what they would do, and read what happened.',
    },
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API key; on a local stack dev-NAME.' },
        session: { type: 'apiKey', in: 'cookie', name: 'baton-session', description: 'Set by signing in at /signin.' },
      },
    },
    paths: paths as ZodOpenApiPathsObject,
  });
}

function describe(route: Route): ZodOpenApiOperationObject {
  const { params, query, headers, body } = route.request;
  const parameters = {
    ...(params ? { path: params } : {}),
    ...(query ? { query } : {}),
    ...(headers ? { header: headers } : {}),
  };
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    ...(route.access === 'public' ? { security: [] } : {}),
    requestParams: parameters,
    ...(body ? { requestBody: describeBody(body) } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.responses).map(([status, response]) => [status, describeResponse(response)]),
      ),
      default: { description: 'Refused or failed', content: { 'application/problem+json': { schema: Problem } } },
    },
  };
}

function describeBody(body: RouteBody): NonNullable<ZodOpenApiOperationObject['requestBody']> {
  if (body.kind === 'json') {
    const { schema, examples } = body;
    return { required: true, content: { 'application/json': { schema, ...(examples ? { examples } : {}) } } };
  }
  const { mediaType, description } = body;
  return { required: true, content: { [mediaType]: { schema: z.string().meta({ description }) } } };
}

function describeResponse({ description, schema, mediaType = 'application/json' }: RouteResponse) {
  return { description, content: { [mediaType]: { schema } } };
}

/** `get /api/runs/{id}` is `getRunsId`. */
function operationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api/, '')
    .split(/[^a-zA-Z]+/)
    .filter(Boolean);
  return method + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}
