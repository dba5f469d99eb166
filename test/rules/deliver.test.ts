import { describe, expect, test } from 'vitest';
import type { EnginePort, EngineStartResult } from '#contracts/ports/engine.ts';
import type { ProcessStart } from '#contracts/run.ts';
import { createDeliver } from '#governance/dispatch/deliver.ts';
import type { Database } from '#platform/database/client.ts';
import type { OrderedRun } from '#store/dispatch.ts';

const row = {
  id: 'run_1',
  process: 'answer-order-status',
  processVersion: 1,
  execution: 2,
  rounds: [],
  starterRole: 'staff',
  reference: null,
  trigger: 'api',
  snapshotHash: 'a snapshot',
  inputSealed: new Uint8Array(),
};

/** Delivers a retry where Temporal answers as given. */
function deliverRetry(
  result: EngineStartResult,
  { argument = { input: {} }, run = row }: { argument?: unknown; run?: OrderedRun | null } = {},
) {
  const database = { direct: {} } as Database;
  const engine = { start: () => Promise.resolve(result) } as unknown as EnginePort;
  const deliver = createDeliver({
    database,
    engine,
    startArgument: () => Promise.resolve(argument as ProcessStart<unknown>),
  });
  return deliver({
    id: 1n,
    runId: row.id,
    sequence: 2,
    kind: 'retry',
    payload: { follows: 'execution-1' },
    attempts: 1,
    followed: false,
    run,
  });
}

describe('the order to go on with a run', () => {
  test('is delivered once a new execution was started', async () => {
    expect(await deliverRetry({ kind: 'started', executionId: 'execution-2' })).toEqual({
      kind: 'started',
      executionId: 'execution-2',
    });
  });

  test('counts as delivered where it was started before and nobody wrote that down', async () => {
    expect(await deliverRetry({ kind: 'already-started', executionId: 'execution-2' })).toEqual({
      kind: 'started',
      executionId: 'execution-2',
    });
  });

  test('is kept for later while the execution it follows is still ending', async () => {
    const attempt = deliverRetry({ kind: 'refused', why: 'the execution to follow is still running' });
    await expect(attempt).rejects.toMatchObject({ code: 'engine-unavailable' });
  });

  test('is given up where the id belongs to an execution that nobody ordered for it', async () => {
    expect(await deliverRetry({ kind: 'taken', why: 'another has it' })).toEqual({
      kind: 'undeliverable',
      why: 'another has it',
    });
  });

  test('is given up where the input was erased', async () => {
    expect(await deliverRetry({ kind: 'started', executionId: 'never' }, { argument: null })).toMatchObject({
      kind: 'undeliverable',
    });
  });

  test('is given up where the run is missing', async () => {
    expect(await deliverRetry({ kind: 'started', executionId: 'never' }, { run: null })).toEqual({
      kind: 'undeliverable',
      why: 'the run row is missing',
    });
  });
});
