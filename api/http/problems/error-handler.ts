import type { ErrorRequestHandler, Request } from 'express';
import type { Log } from '#platform/log/index.ts';
import { sendProblemPage } from '../pages/problem-page.ts';
import { createExplain } from './explain.ts';
import { sendProblem, setProblemHeaders } from './send-problem.ts';

/** The last word on every request that failed. A person at a browser gets a page, or is led to the one for signing in. */
export function errorHandler(log: Log): ErrorRequestHandler {
  const explain = createExplain(log);
  return (error: unknown, request, response, _next) => {
    const problem = explain(error, request);
    if (response.headersSent) response.destroy();
    else if (!isPageRequest(request)) sendProblem(response, problem);
    else if (problem.status === 401) response.redirect(303, `/signin?next=${encodeURIComponent(request.originalUrl)}`);
    else {
      setProblemHeaders(response, problem);
      sendProblemPage(response, problem);
    }
  };
}

function isPageRequest(request: Request): boolean {
  return request.method === 'GET' && (request.get('accept') ?? '').includes('text/html');
}
