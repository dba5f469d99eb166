import { isAppError } from '#contracts/errors.ts';
import type { Log } from '#platform/log/index.ts';
import type { Lifecycle } from './create-lifecycle.ts';

export interface FailedProgram {
  log: Log;
  lifecycle: Lifecycle;
  /** What the log calls it, such as `api-failed`. */
  event: string;
}

/** Says why the program cannot go on, closes what it opened and leaves the exit code of the error table. */
export async function endInFailure({ log, lifecycle, event }: FailedProgram, error: unknown): Promise<void> {
  const known = isAppError(error);
  log.error({ event, ...(known ? { problem: error.message } : { error }) });
  process.exitCode = known ? error.row.exit : 1;
  await lifecycle.close(event);
}
