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
  expect(await traces.ledger(runId)).toEqual(before);
  expect(await traces.run(runId)).toMatchObject({ status: 'running', outcome: null });
});

function asks(role: string): string {
  return JSON.stringify({
    stages: [{ name: 'review', ask: { roles: [role], teams: [], people: [] }, quorum: 1 }],
    facts: {},
  });
}

test.for([
  { column: 'role', value: 'operator', by: 'ada' },
  { column: 'terms', value: asks('operator'), by: 'oz' },
  { column: 'started_by', value: 'sam', by: 'lee' },
])('a task whose $column somebody changed in the database is nobody’s to decide', async ({ column, value, by }) => {
  const { customer, runId, task } = await openTask();
  await stack.db.query(`update approval set ${column} = $1 where id = $2`, [value, task.id]);
  await expect(people.decide(task, by, { decision: 'approve' })).rejects.toMatchObject({ code: 'seal-broken' });
  expect(await traces.replies(runId)).toEqual([]);
  expect((await people.messages()).filter(({ to }) => to.includes(customer.email))).toEqual([]);
  expect((await traces.ledger(runId, 'decision-refused')).at(-1)).toMatchObject({
    actor: by,
    body: { code: 'seal-broken' },
  });
});
