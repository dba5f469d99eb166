import { ApplicationFailure } from '@temporalio/workflow';
import type { RetryRound } from '#contracts/run.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';

interface CountedRun {
  id: string;
  process: string;
  execution: number;
  rounds: readonly RetryRound[];
}

/**
 * Gives each step its key. Where an operator asked for a step again, that step and all that follow
 * stand in a later round, so that their stored results are not taken.
 */
export function createStepCounter(run: CountedRun): (name: string, item?: string) => StepCall {
  const used = new Set<string>();
  let round = 0;
  return (name, item = '1') => {
    for (const retry of run.rounds) if (retry.from === name) round = Math.max(round, retry.round);
    const address = { runId: run.id, name, round, item };
    const key = stepKey(address);
    if (used.has(key)) {
      const message = `The step ${name} with item ${item} runs twice in one execution: give the second call another item`;
      throw ApplicationFailure.nonRetryable(message, 'step-key-reused');
    }
    used.add(key);
    return { run: { id: run.id, process: run.process, execution: run.execution }, address };
  };
}
