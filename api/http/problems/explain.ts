import type { Request } from 'express';
import type { Problem } from '#contracts/http/problem.ts';
import type { Log } from '#platform/log/index.ts';
import { problemOf } from './problem-of.ts';

/** Tells what to answer to an error; what nobody planned for stands in the log under the id that is answered. */
export function createExplain(log: Log) {
  return (error: unknown, { method }: Pick<Request, 'method'>): Problem => {
    const { problem, unexpected } = problemOf(error);
    if (unexpected) log.error({ event: 'request-failed', id: problem.id, method, error });
    return problem;
  };
}
