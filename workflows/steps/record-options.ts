import type { LocalActivityOptions } from '@temporalio/workflow';
import type { Snapshot } from '#contracts/snapshot.ts';

/** For work on our own database: short, and tried until the database is back. */
export function recordOptions({ durations }: Snapshot, summary: string): LocalActivityOptions {
  return {
    startToCloseTimeout: durations.record,
    retry: { initialInterval: durations.retryFirst, maximumInterval: durations.retryLongest },
    summary,
  };
}
