import { randomUUID } from 'node:crypto';
import { AppError, isAppError } from '#contracts/errors.ts';
import type { Problem } from '#contracts/http/problem.ts';
import { isDatabaseUnreachable } from './database-unreachable.ts';

export interface Failure {
  problem: Problem;
  /** Set for what nobody planned for: it goes into the log under the problem's id. */
  unexpected: boolean;
}

/** What a caller is told about an error, by the one table; what is not in it is named by an id alone. */
export function problemOf(error: unknown): Failure {
  const known = knownError(error);
  if (known) return { problem: describe(known), unexpected: known.row.status === 500 };
  const failure = new AppError('unexpected', 'The failure is in the log under the id given here: pass that on');
  return { problem: describe(failure), unexpected: true };
}

function describe(error: AppError): Problem {
  const { code, row, message, places, facts } = error;
  const { status, title, retry } = row;
  const problem = {
    type: `urn:baton:problem:${code}`,
    title,
    status,
    detail: message,
    code,
    places: [...places],
    facts: { ...facts },
    retry,
  };
  return status === 500 ? { ...problem, id: randomUUID() } : problem;
}

function knownError(error: unknown): AppError | undefined {
  if (isAppError(error)) return error;
  if (isDatabaseUnreachable(error)) {
    return new AppError('database-unavailable', 'The database does not answer. Nothing was changed: try again later', {
      cause: error,
    });
  }
  if (error instanceof URIError)
    return new AppError('request-invalid', 'The address holds an escape that stands for no character');
  return undefined;
}
