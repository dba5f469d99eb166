import type { ErrorRequestHandler, Request } from 'express';
import type { Log } from '#platform/log/index.ts';
import { problemOf } from './problem-of.ts';
import { sendProblem } from './send-problem.ts';

/** The last word on every request that failed. A person at a browser who is not signed in is led to the page for it. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const { problem, unexpected } = problemOf(error);
    if (unexpected) log.error({ event: 'request-failed', id: problem.id, method: request.method, error });
    if (response.headersSent) response.destroy();
    else if (problem.status === 401 && isPageRequest(request)) {
      response.redirect(303, `/signin?next=${encodeURIComponent(request.originalUrl)}`);
    } else sendProblem(response, problem);
  };
}

function isPageRequest(request: Request): boolean {
  return request.method === 'GET' && (request.get('accept') ?? '').includes('text/html');
}
