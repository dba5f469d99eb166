import { Context } from '@temporalio/activity';

/** Tells Temporal, three times per heartbeat timeout, that the work is still going on. */
export async function withHeartbeat<Result>(timeoutMs: number, work: () => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), Math.max(100, timeoutMs / 3));
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
