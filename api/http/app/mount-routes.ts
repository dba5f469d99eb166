import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { AppError } from '#contracts/errors.ts';
import type { Identify } from '../auth/identify.ts';
import type { BodyLimits } from '../request/read-body.ts';
import type { Metrics } from './metrics.ts';
import type { Answer, Route } from './route.ts';
import { isEventStream, sendEvents } from './send-events.ts';
import { sendFile } from './send-file.ts';
import { createUnderstand, tellOfRefusals } from './understand.ts';

export interface MountParts {
  identify: Identify;
  limits: BodyLimits;
  metrics: Metrics;
}

/** Mounts the routes: who asks is known before anything of the request is read; other methods are refused by name. */
export function mountRoutes(routes: readonly Route[], parts: MountParts): Router {
  const router = express.Router();
  for (const route of routes) router[route.method](pathOf(route), timed(route, parts.metrics), serve(route, parts));
  for (const path of new Set(routes.map(pathOf))) router.all(path, refuseMethod(path, routes));
  return router;
}

/** What the application refuses before it comes to its routes is told to those that want to know. */
export function refusalsBefore(routes: readonly Route[]): { path: string; handler: ErrorRequestHandler }[] {
  const telling = routes.filter(({ unheard }) => unheard !== undefined);
  return telling.map((route) => ({ path: pathOf(route), handler: tellOfRefusals(route) }));
}

function pathOf({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function serve(route: Route, parts: MountParts): RequestHandler {
  const understand = createUnderstand(route, parts);
  return async (request, response) => {
    const { person, parsed } = await understand(request);
    const answer = await route.handle({ ...parsed, person, gone: goneOf(response) });
    if (!('stream' in answer)) return send(response, answer);
    const isSignedIn = () =>
      parts.identify(request).then(
        ({ id }) => id === person?.id,
        () => false,
      );
    await sendEvents(response, answer, isSignedIn);
  };
}

function goneOf(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function send(response: Response, { status, body, headers, mediaType, download }: Answer): void {
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  if (download !== undefined) sendFile(response, { name: download, content: body as Uint8Array });
  else if (mediaType === undefined) response.json(body);
  else response.set('Content-Type', mediaType).send(String(body));
}

function timed({ method, path }: Route, metrics: Metrics): RequestHandler {
  return (_request, response, next) => {
    const begun = performance.now();
    response.once('finish', () => {
      if (isEventStream(response)) return;
      metrics.observe({ method, path, status: response.statusCode, seconds: (performance.now() - begun) / 1000 });
    });
    next();
  };
}

function refuseMethod(path: string, routes: readonly Route[]): RequestHandler {
  const methods = routes.filter((route) => pathOf(route) === path).map(({ method }) => method.toUpperCase());
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  return (request: Request, response: Response) => {
    response.set('Allow', allowed.join(', '));
    throw new AppError('method-not-allowed', `${request.method} is not taken here: use ${allowed.join(' or ')}`);
  };
}
