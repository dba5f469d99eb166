import { readFile } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Stack } from '#test/stack/open-stack.ts';

/** Replays the last history of every run that Temporal knows, many in one go, and tells how many there were. */
export async function replayAll(stack: Stack): Promise<number> {
  const workflowBundle = { code: await readFile(inject('ground').bundlePath, 'utf8') };
  const runs = await stack.database.direct.run.findMany({
    where: { temporalRunId: { not: null } },
    select: { id: true },
  });
  const histories = async function* () {
    for (const { id } of runs)
      yield { workflowId: id, history: await stack.temporal.workflow.getHandle(id).fetchHistory() };
  };
  let replayed = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle, dataConverter: stack.dataConverter },
    histories(),
  )) {
    if (error) throw new Error(`the history of ${workflowId} does not replay`, { cause: error });
    replayed += 1;
  }
  return replayed;
}
