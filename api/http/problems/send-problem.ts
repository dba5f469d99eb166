import type { Response } from 'express';
import type { Problem } from '#contracts/http/problem.ts';

const retryAfterSeconds = '5';

export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 503) response.set('Retry-After', retryAfterSeconds);
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer realm="baton"');
  // The rest of a body that never came in is not waited for.
  if (problem.status === 408) response.set('Connection', 'close');
  response.status(problem.status).set('Cache-Control', 'no-store');
  response.type('application/problem+json').send(JSON.stringify(problem));
}
