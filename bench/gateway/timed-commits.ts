import type { Guard } from '#governance/guard/index.ts';
import type { Stopwatch } from '../guard/stopwatch.ts';

/** The guard with a stopwatch on its two statements, which write what is about to happen and what came of it. */
export function timedCommits(guard: Guard, watch: Stopwatch): Guard {
  return {
    ...guard,
    perform: watch.timed('commits', (effect, work) => {
      const { claim } = work;
      return guard.perform(effect, {
        ...work,
        ...(claim ? { claim: watch.timed('other stages', claim) } : {}),
        conclude: watch.timed('other stages', work.conclude),
      });
    }) as Guard['perform'],
  };
}
