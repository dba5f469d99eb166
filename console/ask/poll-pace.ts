import { isTold, whileToldMs } from './told.ts';

interface Watched {
  state: { data: unknown; dataUpdateCount: number; errorUpdateCount: number };
}

/**
 * When to ask again: soon while things move, ever more rarely while they do not, and hardly while Baton tells of changes
 * by itself. One for each thing watched.
 */
export function pollPace({ fastestMs, slowestMs }: { fastestMs: number; slowestMs: number }) {
  let seen = { answers: -1, data: undefined as unknown };
  let waitMs = fastestMs;
  return ({ state }: Watched): number => {
    if (isTold()) return whileToldMs;
    const answers = state.dataUpdateCount + state.errorUpdateCount;
    if (answers === seen.answers) return waitMs;
    waitMs = state.data === seen.data ? Math.min(waitMs * 1.5, slowestMs) : fastestMs;
    seen = { answers, data: state.data };
    return waitMs;
  };
}
