import type { Request } from 'express';
import type { z } from 'zod';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';
import type { ParsedRequest, RouteBody, RouteSchemas } from '../app/route.ts';
import { readJson } from '../json/read-json.ts';
import { checkMediaType } from './media-type.ts';
import { type BodyLimits, readBody } from './read-body.ts';
import { readQuery } from './read-query.ts';
import { readText } from './read-text.ts';

/** Turns what came in into what the route says it takes, or refuses it naming every place that is wrong. */
export async function parseRequest<Schemas extends RouteSchemas>(
  request: Request,
  schemas: Schemas,
  limits: BodyLimits,
): Promise<ParsedRequest<Schemas>> {
  const parsed = {
    params: check(schemas.params, request.params, { code: 'input-invalid', part: 'path' }),
    query: check(schemas.query, readQuery(request.originalUrl), { code: 'request-invalid', part: 'query' }),
    headers: check(schemas.headers, request.headers, { code: 'request-invalid', part: 'header' }),
    body: schemas.body && (await parseBody(request, schemas.body, limits)),
  };
  return parsed as ParsedRequest<Schemas>;
}

async function parseBody(request: Request, body: RouteBody, limits: BodyLimits): Promise<unknown> {
  if (body.kind === 'bytes') {
    checkMediaType(request, body.mediaType);
    return readBody(request, { ...limits, bytes: body.limitBytes });
  }
  checkMediaType(request, 'application/json');
  return check(body.schema, readJson(readText(await readBody(request, limits))), { code: 'input-invalid' });
}

interface Refusal {
  code: ErrorCode;
  /** Set where places are parameters by name; a body's are JSON pointers. */
  part?: string;
}

function check(schema: z.ZodType | undefined, value: unknown, { code, part }: Refusal): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = placesOf(parsed.error).map(({ pointer, detail }) => ({
    pointer: part === undefined ? pointer : `${part} ${pointer.slice(1)}`,
    detail,
  }));
  throw new AppError(code, sayPlaces(places), { places });
}
