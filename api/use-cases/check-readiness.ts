import type { Readiness, ReadinessPart } from '#contracts/http/health.ts';
import { pingDatabase, readDispatchWait } from '#store/health.ts';
import type { Reads } from './database.ts';

export interface ReadinessParts {
  reads: Reads;
  /** Throws while Temporal does not answer. */
  pingEngine(): Promise<void>;
  within<Result>(ms: number, what: string, work: Promise<Result>): Promise<Result>;
}

const answerWithinMs = 2000;
const dispatchedWithinSeconds = 30;

/** Whether everything that requests need answers now, part by part. */
export function createCheckReadiness(parts: ReadinessParts) {
  const ask = async (name: string, work: () => Promise<string>): Promise<ReadinessPart> => {
    try {
      return { name, ready: true, detail: await parts.within(answerWithinMs, name, work()) };
    } catch (error) {
      const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
      return { name, ready: false, detail: reason };
    }
  };

  const dispatcher = async (): Promise<string> => {
    const waited = Math.round(await readDispatchWait(parts.reads));
    if (waited < dispatchedWithinSeconds) return 'no order waits';
    throw new Error(`an order has waited ${waited} s for a dispatcher: restart API or worker`);
  };

  return async (): Promise<Readiness> => {
    const answers = await Promise.all([
      ask('database', () => pingDatabase(parts.reads).then(() => 'answers')),
      ask('temporal', () => parts.pingEngine().then(() => 'answers')),
      ask('dispatcher', dispatcher),
    ]);
    return { ready: answers.every((part) => part.ready), parts: answers };
  };
}
