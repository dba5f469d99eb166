import { readFile } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Stack } from './open-stack.ts';

/**
 * Replays the history of every run this stack started, before and after a retry; a process that is not deterministic fails
 * here. A test with workflows of its own hands in their code.
 */
export async function replayEveryRun(stack: Stack, own?: string): Promise<number> {
  const workflowBundle = { code: own ?? (await readFile(inject('ground').bundlePath, 'utf8')) };
  let replayed = 0;
  for await (const { error } of Worker.runReplayHistories(
    { workflowBundle, dataConverter: stack.dataConverter },
    historiesOf(stack),
  )) {
    if (error) throw error;
    replayed += 1;
  }
  return replayed;
}

async function* historiesOf({ database, temporal }: Stack) {
  const started = { startedAt: { not: null } };
  const runs = await database.direct.run.findMany({ where: started, select: { id: true, followsRunId: true } });
  for (const { id, followsRunId } of runs) {
    yield { workflowId: id, history: await temporal.workflow.getHandle(id).fetchHistory() };
    if (followsRunId !== null)
      yield { workflowId: id, history: await temporal.workflow.getHandle(id, followsRunId).fetchHistory() };
  }
}
