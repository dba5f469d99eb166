import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import { pinnedTool } from './pinned-tool.ts';
import { recordOptions } from './record-options.ts';

export interface ToolUse {
  connector: string;
  activities: Pick<Activities, 'lookUpInvoices' | 'lookUpOrder' | 'refundPayment' | 'writeCrm'>;
  /** How one outside is asked; absent where it is our own. */
  call?: { connector: string; timeoutMs: number; heartbeatMs: number };
}

/** What of one asking outside there may be at most: looks, what has to be there first, and the asking itself. */
const mostRequests = 6;

/**
 * The activities behind a tool that the run has pinned. What lives in our own database is done in one statement with the
 * record of the step; what is reached over the network may take its time, and is seen in Temporal.
 */
export function toolActivities({ snapshot }: { snapshot: Snapshot }, tool: string, summary: string): ToolUse {
  const { connector, place } = pinnedTool(snapshot, tool);
  const { durations } = snapshot;
  if (place === 'own')
    return { connector, activities: proxyLocalActivities<Activities>(recordOptions(snapshot, summary)) };
  const activities = proxyActivities<Activities>({
    startToCloseTimeout: durations.send * mostRequests + durations.record,
    heartbeatTimeout: durations.heartbeat,
    retry: { initialInterval: durations.retryFirst, maximumInterval: durations.retryLongest },
    // What was asked for cannot be called back: the run learns what became of it.
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    summary,
  });
  const call = { connector, timeoutMs: durations.send, heartbeatMs: durations.heartbeat };
  return { connector, activities, call };
}
