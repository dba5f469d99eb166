import { condition } from '@temporalio/workflow';

/** What a run hears of switches that are lifted. */
export interface Lifts {
  /** Keeps which pause a signal names, which anybody may have sent. */
  keep(named: string): void;
  waitFor(pauseId: string): Promise<void>;
  /** What was named, and no step waited for. */
  unheard(): readonly string[];
}

/** A switch may be lifted before the step knows that it is paused: what was named is kept until then. */
export function createLifts(): Lifts {
  const named = new Set<string>();
  return {
    keep: (pauseId) => void named.add(pauseId),
    waitFor: async (pauseId) => {
      await condition(() => named.has(pauseId));
      named.delete(pauseId);
    },
    unheard: () => [...named],
  };
}
