import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

test('a mistake in the code of a process leaves its runs open, and they go on once it is mended', async () => {
  const faulty = await runWorker(stack, {
    change: (code) =>
      code.replace('function evidenceOf(', 'function evidenceOf() { return undefined.planted; }\nfunction unused('),
  });
  const customer = sampleCustomers().withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  await eventually('the start to be delivered', async () => (await traces.run(runId)).status === 'running');
  await eventually('a workflow task that fails', async () => {
    const { events } = await stack.temporal.workflow.getHandle(runId).fetchHistory();
    return events?.some((event) => event.workflowTaskFailedEventAttributes);
  });
  expect(await traces.run(runId)).toMatchObject({ status: 'running', outcome: null });
  await faulty.stop();
  await runWorker(stack);
  await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  expect((await people.messages()).filter((message) => message.to.includes(customer.email))).toHaveLength(1);
});
