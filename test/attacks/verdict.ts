import { errorRow, isErrorCode } from '#contracts/errors.ts';
import { Problem } from '#contracts/http/problem.ts';
import type { Verdict } from './word.ts';

/** The code, which says as what it is answered. */
export function verdictOf(body: unknown, status: number): Verdict {
  const problem = Problem.parse(body);
  if (!isErrorCode(problem.code)) throw new Error(`the answer ${status} has the unknown code ${problem.code}`);
  const row = errorRow(problem.code);
  if (row.status !== status || problem.status !== status)
    throw new Error(`${problem.code} was answered with ${status}`);
  return problem.code;
}
