import { readFile } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Stack } from './open-stack.ts';

/** Replays the history of every run this stack started; a process that is not deterministic fails here. */
export async function replayEveryRun(stack: Stack): Promise<number> {
  const runs = await stack.database.direct.run.findMany({ where: { temporalRunId: { not: null } }, select: { id: true } });
  const workflowBundle = { code: await readFile(inject('ground').bundlePath, 'utf8') };
  for (const { id } of runs) {
    const history = await stack.temporal.workflow.getHandle(id).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle, dataConverter: stack.dataConverter }, history, id);
  }
  return runs.length;
}
