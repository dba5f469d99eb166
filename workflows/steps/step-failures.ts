import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/** True when a step was refused because the run had been cancelled or closed on paper. */
export function isRunCancelled(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure && cause.type === 'run-cancelled';
}
