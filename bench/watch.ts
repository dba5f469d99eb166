import { setTimeout as pause } from 'node:timers/promises';
import type { Contender, OpenTask } from './contender.ts';

export interface Watch {
  /** Settles once the run waits for a person. */
  task(runId: string): Promise<OpenTask>;
  /** Settles once the run's outcome is written down. */
  outcome(runId: string): Promise<string>;
  /** How often it has asked the database so far. */
  questions(): number;
  stop(): Promise<void>;
}

const everyMs = 20;

interface Watched {
  task: PromiseWithResolvers<OpenTask>;
  outcome: PromiseWithResolvers<string>;
}

/** Looks at the rows of all runs in one go, so that watching costs both contenders the same and little. */
export function startWatch(contender: Contender): Watch {
  const watched = new Map<string, Watched>();
  let questions = 0;
  let stopped = false;

  const entry = (runId: string): Watched => {
    const known = watched.get(runId) ?? {
      task: Promise.withResolvers<OpenTask>(),
      outcome: Promise.withResolvers<string>(),
    };
    watched.set(runId, known);
    return known;
  };

  const look = async (): Promise<void> => {
    questions += 2;
    const { tasks, over } = await contender.look([...watched.keys()]);
    for (const task of tasks) watched.get(task.runId)?.task.resolve(task);
    for (const { runId, outcome } of over) {
      watched.get(runId)?.outcome.resolve(outcome);
      watched.delete(runId);
    }
  };

  const running = (async () => {
    for (; !stopped; await pause(everyMs)) if (watched.size > 0) await look();
  })();

  return {
    task: (runId) => entry(runId).task.promise,
    outcome: (runId) => entry(runId).outcome.promise,
    questions: () => questions,
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
