import type { Connection } from '@temporalio/client';

const sampled = 20;

/** History events of a run, the mean of the last few. */
export async function eventsPerRun(connection: Connection, runIds: readonly string[]): Promise<number> {
  const lengths = await Promise.all(
    runIds.slice(-sampled).map(async (workflowId) => {
      const request = { namespace: 'default', execution: { workflowId } };
      const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution(request);
      return Number(workflowExecutionInfo?.historyLength);
    }),
  );
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}
