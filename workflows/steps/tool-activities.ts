import {
  ActivityCancellationType,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { PinnedTool } from '#contracts/snapshot.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface ToolUse {
  connector: string;
  activities: Pick<Activities, 'refundPayment'>;
}

/** What of one asking outside there may be at most: a look, a look-up, and the asking itself. */
const mostRequests = 4;

/**
 * The activities behind a tool that the run has pinned. What lives in our own database is done in one statement with the
 * record of the step; what is reached over the network may take its time, and is seen in Temporal.
 */
export function toolActivities(run: ProcessRun, tool: string, summary: string): ToolUse {
  const { connector, place } = pinnedTool(run, tool);
  const { durations } = run.snapshot;
  if (place === 'own')
    return { connector, activities: proxyLocalActivities<Activities>(recordOptions(run.snapshot, summary)) };
  const activities = proxyActivities<Activities>({
    startToCloseTimeout: durations.send * mostRequests + durations.record,
    heartbeatTimeout: durations.heartbeat,
    retry: { initialInterval: durations.retryFirst, maximumInterval: durations.retryLongest },
    // What was asked for cannot be called back: the run learns what became of it.
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    summary,
  });
  return { connector, activities };
}

function pinnedTool(run: ProcessRun, name: string): PinnedTool {
  const tool = run.snapshot.tools[name];
  if (!tool) throw ApplicationFailure.nonRetryable(`The tool ${name} is not pinned for this run`, 'not-registered');
  return tool;
}
