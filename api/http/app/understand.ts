import type { ErrorRequestHandler, Request } from 'express';
import { isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Identify } from '../auth/identify.ts';
import { parseRequest } from '../request/parse-request.ts';
import type { BodyLimits } from '../request/read-body.ts';
import type { ParsedRequest, Route, RouteSchemas } from './route.ts';

interface Understood {
  person: Person | undefined;
  parsed: ParsedRequest<RouteSchemas>;
}

/** Who asks, and for what. Where that is refused, the route is told before the answer goes out. */
export function createUnderstand(route: Route, { identify, limits }: { identify: Identify; limits: BodyLimits }) {
  return async (request: Request): Promise<Understood> => {
    let person: Person | undefined;
    try {
      if (route.access === 'person') person = await identify(request);
      return { person, parsed: await parseRequest(request, route.request, limits) };
    } catch (error) {
      await tell(route, request, { by: person, error });
      throw error;
    }
  };
}

/** Tells a route of what was refused on the way to it; mounted at its path. */
export function tellOfRefusals(route: Route): ErrorRequestHandler {
  return async (error: unknown, request, _response, next) => {
    const isMeant = request.method.toLowerCase() === route.method && request.path === '/';
    if (isMeant) await tell(route, request, { by: undefined, error });
    next(error);
  };
}

async function tell(
  route: Route,
  { params }: Pick<Request, 'params'>,
  { by, error }: { by: Person | undefined; error: unknown },
): Promise<void> {
  if (isAppError(error)) await route.unheard?.({ id: String(params.id), by, code: error.code });
}
