import type { Response } from 'express';
import type { Problem } from '#contracts/http/problem.ts';

const retryAfterSeconds = '5';

export function sendProblem(response: Response, problem: Problem): void {
  setProblemHeaders(response, problem);
  response.status(problem.status).set('Cache-Control', 'no-store');
  response.type('application/problem+json').send(JSON.stringify(problem));
}

/** What a status says beside itself. */
export function setProblemHeaders(response: Response, problem: Problem): void {
  if (problem.status === 503) response.set('Retry-After', retryAfterSeconds);
  if (problem.status === 429) response.set('Retry-After', String(problem.facts.retryAfterSeconds));
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer realm="baton"');
  // The rest of a body that never came in is not waited for.
  if (problem.status === 408) response.set('Connection', 'close');
}
