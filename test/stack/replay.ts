import { readFile } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Stack } from './open-stack.ts';

/** Replays the history of every run this stack started, before and after a retry; a process that is not deterministic fails here. */
export async function replayEveryRun(stack: Stack): Promise<number> {
  const where = { startedAt: { not: null } };
  const runs = await stack.database.direct.run.findMany({ where, select: { id: true, followsRunId: true } });
  const executions = runs.flatMap(({ id, followsRunId }) => (followsRunId === null ? [{ id }] : [{ id }, { id, followsRunId }]));
  for (const execution of executions) await replay(stack, execution);
  return executions.length;
}

async function replay(stack: Stack, { id, followsRunId }: { id: string; followsRunId?: string }): Promise<void> {
  const workflowBundle = { code: await readFile(inject('ground').bundlePath, 'utf8') };
  const history = await stack.temporal.workflow.getHandle(id, followsRunId).fetchHistory();
  await Worker.runReplayHistory({ workflowBundle, dataConverter: stack.dataConverter }, history, id);
}
