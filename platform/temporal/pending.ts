import type { WorkflowExecutionDescription } from '@temporalio/client';
import type { EnginePending } from '#contracts/ports/engine.ts';

/** What an execution is at work on, as Temporal describes it. */
export function pendingOf(raw: WorkflowExecutionDescription['raw']): EnginePending {
  const task = raw.pendingWorkflowTask;
  const since = task?.originalScheduledTime ?? task?.scheduledTime;
  return {
    workflowTaskAttempt: task?.attempt ?? 0,
    workflowTaskSince: since?.seconds ? new Date(Number(since.seconds) * 1_000) : undefined,
    activityAttempt: Math.max(0, ...(raw.pendingActivities ?? []).map(({ attempt }) => attempt ?? 0)),
  };
}
