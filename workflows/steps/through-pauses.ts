import { setCurrentDetails } from '@temporalio/workflow';
import type { Paused } from '#contracts/guard.ts';
import type { Lifts } from './lifts.ts';

/** Does a step, and does it again each time a switch is lifted that it waited for, until nothing stops it. */
export async function throughPauses<Result>(
  { lifts }: { lifts: Pick<Lifts, 'waitFor'> },
  step: () => Promise<Result | Paused>,
): Promise<Exclude<Result, Paused>> {
  for (;;) {
    const result = await step();
    if (!isPaused(result)) return result as Exclude<Result, Paused>;
    const { pauseId, why } = result;
    setCurrentDetails(`**Paused**\n\n- Because: ${why}\n- Pause: \`${pauseId}\``);
    await lifts.waitFor(pauseId);
    setCurrentDetails('**Works**');
  }
}

function isPaused(result: unknown): result is Paused {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'paused';
}
