import { activityInfo } from '@temporalio/activity';
import { AppError } from '#contracts/errors.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Activities } from './index.ts';

type NamesItsRun = { run: { id: string }; log?: { step: StepCall } } | { step: StepCall };
type AnyActivity = (input: NamesItsRun) => Promise<unknown>;

/** A workflow acts for the run whose id it has and for no other: whoever can start workflows could claim any. */
export function refuseStrangers(activities: Activities): Activities {
  const guarded = Object.entries(activities).map(([name, activity]) => [name, guard(activity as AnyActivity)]);
  return Object.fromEntries(guarded) as Activities;
}

function guard(activity: AnyActivity): AnyActivity {
  return async (input) => {
    const workflowId = activityInfo().workflowExecution?.workflowId;
    const claimed = runsNamedIn(input);
    if (claimed.every((id) => id === workflowId)) return activity(input);
    throw new AppError(
      'forbidden',
      `The workflow ${workflowId} acts for ${claimed.join(' and ')}: it may only act for the run of its own id`,
    );
  };
}

function runsNamedIn(input: NamesItsRun): readonly string[] {
  if ('step' in input) return [input.step.run.id, input.step.address.runId];
  return [input.run.id, ...(input.log ? runsNamedIn(input.log) : [])];
}
