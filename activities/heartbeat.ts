import { Context } from '@temporalio/activity';

/** A cancel comes with the answer, and is not waited for longer than this. */
const mostMs = 500;

/** Tells Temporal, three times per heartbeat timeout and at least twice a second, that the work is still going on. */
export async function withHeartbeat<Result>(timeoutMs: number, work: () => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), Math.max(100, Math.min(mostMs, timeoutMs / 3)));
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
