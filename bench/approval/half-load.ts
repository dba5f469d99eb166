import { setTimeout as pause } from 'node:timers/promises';
import { within } from '#platform/lifecycle/within.ts';
import type { Contender } from '../contender.ts';
import type { Watch } from '../watch.ts';
import type { Continuations } from './continuations.ts';

const longestMs = 600_000;

/** Starts so many runs a second, whatever becomes of those before, and decides on each once it asks. */
export async function runAtRate(
  { contender, watch, continuations }: { contender: Contender; watch: Watch; continuations: Continuations },
  { first, count, perSecond }: { first: number; count: number; perSecond: number },
): Promise<readonly number[]> {
  const begun = performance.now();
  const runs: Promise<void>[] = [];
  const live = async (number: number) => {
    const runId = await contender.start(number);
    await continuations.decide(await watch.task(runId));
    await watch.outcome(runId);
  };
  const all = async () => {
    for (let index = 0; index < count; index += 1) {
      await pause(Math.max(0, begun + (index * 1_000) / perSecond - performance.now()));
      runs.push(live(first + index));
    }
    await Promise.all(runs);
    return continuations.collect();
  };
  return within(longestMs, `${count} runs at ${perSecond.toFixed(1)} a second`, all());
}
