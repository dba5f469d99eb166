import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['durations', 'review'], '2500 ms') });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
});

afterEach(() => faults.mailbox('none'));

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function waiting() {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  return { customer, runId, task: await people.task(runId) };
}

async function sentTo(email: string): Promise<number> {
  return (await people.messages()).filter((message) => message.to.includes(email)).length;
}

describe('a task nobody decides in time', () => {
  test('expires, which is not a rejection, and sends nothing', async () => {
    const { customer, runId, task } = await waiting();
    expect(await people.outcome(runId)).toBe('expired');
    expect(await traces.approvals(runId)).toMatchObject([
      { state: 'expired', decision: null, decidedBy: null, signature: null },
    ]);
    expect(await traces.ledger(runId, 'approval-closed')).toMatchObject([
      { body: { approval: task.id, state: 'expired' } },
    ]);
    expect(await traces.ledger(runId, 'decision-made')).toEqual([]);
    expect(await traces.replies(runId)).toEqual([]);
    expect(await sentTo(customer.email)).toBe(0);
    await expect(people.decide(task, 'ada', { decision: 'approve' })).rejects.toMatchObject({
      code: 'approval-expired',
      row: { status: 410 },
    });
  });

  test('is put before a person anew when the run is retried', async () => {
    const { customer, runId, task } = await waiting();
    expect(await people.outcome(runId)).toBe('expired');
    await people.retry(runId);
    const again = await people.task(runId);
    expect(again.id).not.toBe(task.id);
    await people.decide(again, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('leaves a message of unknown fate unconfirmed, and a retry asks about it again', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('drop-after-data');
    await people.decide(task, 'ada', { decision: 'approve' });
    const held = await people.task(runId, 'unconfirmed');
    expect(await people.outcome(runId)).toBe('unconfirmed');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'unconfirmed' }]);
    expect(await traces.interactions(runId)).toEqual([]);
    await faults.mailbox('none');
    await people.retry(runId);
    const again = await people.task(runId, 'unconfirmed');
    expect(again.id).not.toBe(held.id);
    await people.decide(again, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });
});
