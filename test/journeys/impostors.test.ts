import { WorkflowFailedError } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStartArgument } from '#governance/runs/start-argument.ts';
import { findRun } from '#store/runs.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(() => stack.close());

async function openTask() {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer), 'lee');
  return { customer, runId, task: await people.task(runId) };
}

test('a workflow that somebody starts by hand in the name of a run opens no task in it and changes nothing', async () => {
  const { runId, task } = await openTask();
  const row = await findRun(stack.database.direct, runId);
  if (!row) throw new Error('the run is missing');
  const start = await createStartArgument({ seals: stack.foundation.seals })(stack.database.direct, row);
  const before = await traces.ledger(runId);
  const impostor = stack.temporal.workflow.execute('answer-order-status', {
    workflowId: `impostor-of-${runId}`,
    taskQueue: stack.config.temporal.taskQueue,
    args: [{ ...start, input: { ...(start?.input as object), from: 'attacker@evil.example' } }],
  });
  await expect(impostor).rejects.toThrow(WorkflowFailedError);
  expect(await traces.approvals(runId)).toEqual([task]);
  const refused = { kind: 'request-refused', actor: 'workflow', body: { action: 'actForRun', code: 'forbidden' } };
  expect(await traces.ledger(runId)).toMatchObject([
    ...before,
    { ...refused, body: { ...refused.body, resource: runId } },
  ]);
  expect(await traces.run(runId)).toMatchObject({ status: 'running', outcome: null });
});
