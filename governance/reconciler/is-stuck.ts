import type { EnginePending } from '#contracts/ports/engine.ts';
import type { RunRow } from '#store/runs.ts';

const workflowTaskAttempts = 3;
const activityAttempts = 5;
const graceMs = 60_000;

/** Whether a run that goes on in Temporal gets nowhere there: its code fails, a step is tried in vain, a cancel does not take. */
export function isStuck(run: Pick<RunRow, 'cancelRequestedAt'>, pending: EnginePending): boolean {
  const { workflowTaskAttempt, workflowTaskSince, activityAttempt } = pending;
  const isLongAgo = (time: Date | null | undefined) =>
    Date.now() - (time?.getTime() ?? Number.POSITIVE_INFINITY) > graceMs;
  return (
    workflowTaskAttempt >= workflowTaskAttempts ||
    activityAttempt >= activityAttempts ||
    isLongAgo(workflowTaskSince) ||
    isLongAgo(run.cancelRequestedAt)
  );
}
