import { activityInfo } from '@temporalio/activity';
import { AppError } from '#contracts/errors.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { RecordStranger } from '#governance/runs/record-stranger.ts';
import type { Activities } from './index.ts';

/** Every place where an activity's input may name a run. */
export interface NamesRuns {
  run?: { id: string };
  step?: StepCall;
  log?: { step?: StepCall };
}
type AnyActivity = (input: NamesRuns) => Promise<unknown>;

/** A workflow acts for the run whose id it has and for no other: whoever can start workflows could claim any. */
export function refuseStrangers(activities: Activities, record: RecordStranger): Activities {
  const guarded = Object.entries(activities).map(([name, activity]) => [name, guard(activity as AnyActivity, record)]);
  return Object.fromEntries(guarded) as Activities;
}

function guard(activity: AnyActivity, record: RecordStranger): AnyActivity {
  return async (input) => {
    const workflowId = activityInfo().workflowExecution?.workflowId;
    const claimed = runsNamedIn(input);
    if (claimed.length > 0 && claimed.every((id) => id === workflowId)) return activity(input);
    await record(claimed.filter((id) => id !== workflowId));
    throw new AppError(
      'forbidden',
      `The workflow ${workflowId} acts for ${claimed.join(' and ') || 'no run'}: it may only act for the run of its own id`,
    );
  };
}

/** Every run that an input speaks of, wherever it names it. */
export function runsNamedIn(input: NamesRuns): readonly string[] {
  const { run, step, log } = input;
  return [run ? [run.id] : [], step ? [step.run.id, step.address.runId] : [], log ? runsNamedIn(log) : []].flat();
}
