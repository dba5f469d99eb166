import type { Readiness, ReadinessPart } from '#contracts/http/health.ts';
import { pingDatabase } from '#store/health.ts';
import type { Reads } from './database.ts';

export interface ReadinessParts {
  reads: Reads;
  /** Throws while Temporal does not answer. */
  pingEngine(): Promise<void>;
  /** How long ago the dispatcher last looked for orders; nothing before its first look. */
  dispatcherQuietMs(): number | undefined;
  within<Result>(ms: number, what: string, work: Promise<Result>): Promise<Result>;
}

const answerWithinMs = 2000;
const dispatcherWithinMs = 30_000;

/** Whether everything that requests need answers now, part by part. */
export function createCheckReadiness(parts: ReadinessParts) {
  const ask = async (name: string, work: () => Promise<unknown>): Promise<ReadinessPart> => {
    try {
      await parts.within(answerWithinMs, name, work());
      return { name, ready: true, detail: 'answers' };
    } catch (error) {
      const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
      return { name, ready: false, detail: `does not answer: ${reason}` };
    }
  };

  const dispatcher = (): ReadinessPart => {
    const quietMs = parts.dispatcherQuietMs();
    const ready = quietMs !== undefined && quietMs < dispatcherWithinMs;
    const seen = quietMs === undefined ? 'has not looked for orders yet' : `looked for orders ${Math.round(quietMs / 1000)} s ago`;
    return { name: 'dispatcher', ready, detail: seen };
  };

  return async (): Promise<Readiness> => {
    const answers = await Promise.all([
      ask('database', () => pingDatabase(parts.reads)),
      ask('temporal', () => parts.pingEngine()),
    ]);
    const all = [...answers, dispatcher()];
    return { ready: all.every((part) => part.ready), parts: all };
  };
}
