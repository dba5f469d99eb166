import { expect } from 'vitest';
import { eventually } from '#test/stack/eventually.ts';
import { openPayloads } from '#test/stack/open-history.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import { writeHistory } from './history-file.ts';

export interface Recorder {
  /** Keeps a history as it is now, decrypted and complete: the words in it are invented. */
  record(name: string, runId: string): Promise<void>;
  /** Keeps it once the run has come to this. */
  recordEnd(name: string, runId: string, outcome: string): Promise<void>;
}

export function recorderOf(stack: Stack, people: People): Recorder {
  const inTemporal = (runId: string) => stack.temporal.workflow.getHandle(runId);
  const record = async (name: string, runId: string) =>
    writeHistory(name, await openPayloads(await inTemporal(runId).fetchHistory(), stack.payloads));
  return {
    record,
    recordEnd: async (name, runId, outcome) => {
      expect(await people.outcome(runId)).toBe(outcome);
      await eventually(
        `the end of ${runId} in Temporal`,
        async () => (await inTemporal(runId).describe()).status.name !== 'RUNNING',
      );
      await record(name, runId);
    },
  };
}
