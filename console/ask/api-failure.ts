import type { Problem } from '#contracts/http/problem.ts';

/** Why an answer did not come: Baton refused or failed, nobody answered, or what came is not what was agreed. */
export type Failure =
  | { kind: 'problem'; problem: Problem }
  | { kind: 'unreachable' }
  | { kind: 'garbled'; what: string };

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.detail : failure.kind);
    this.failure = failure;
  }
}

/** What became of a call, whatever was thrown; a mistake of our own reads as an answer nobody understands. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiFailure ? error.failure : { kind: 'garbled', what: String(error) };
}

/** Whether the same call may go better in a moment. */
export function mayPass(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'unreachable' || (failure.kind === 'problem' && failure.problem.retry === 'later');
}
