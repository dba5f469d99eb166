import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const customers = sampleCustomers();

const reminded = {
  stages: [{ name: 'review', quorum: 1, ask: { people: ['ada', 'bob'] } }],
  priority: 'high',
  due: '1 second',
  remind: ['200 ms'],
  escalate: [{ after: '400 ms', ask: { people: ['lee'] } }],
};
const askedAnew = {
  escalate: [{ after: '500 ms', ask: { people: ['lee'] } }],
  expires: '3 seconds',
  onExpiry: 'ask-again',
};

beforeAll(async () => {
  const triage = 'processes/triage-enquiry.yaml';
  stack = await openStack({
    registry: [
      { file: 'processes/answer-order-status.yaml', path: ['approvals', 'reply'], value: reminded },
      { file: triage, path: ['approvals', 'reply'], value: askedAnew },
      { file: triage, path: ['limits', 'drafts'], value: 2 },
    ],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function enquire() {
  const customer = customers.withOneOrder();
  const input = { ...questionOf(customer), subject: 'Care', text: 'How do I take care of an oak table?' };
  return { customer, runId: await people.start('triage-enquiry', input) };
}

/** The task that people are asked with in place of the one that came before. */
function taskAfter(runId: string, before: { id: string }) {
  return eventually('people to be asked anew', async () => {
    const tasks = await traces.approvals(runId);
    return tasks.find(({ id, state }) => id !== before.id && state === 'open');
  });
}

async function sentTo(email: string): Promise<number> {
  return (await people.messages()).filter(({ to }) => to.includes(email)).length;
}

describe.concurrent('a task that nobody decides', () => {
  test('is reminded of and escalated, and whoever it came to then may approve it', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('answer-order-status', questionOf(customer));
    const task = await people.task(runId);
    expect(task).toMatchObject({ priority: 2, dueAt: new Date(task.openedAt.getTime() + 1000) });
    await eventually('the escalation', async () => (await traces.ledger(runId, 'approval-escalated')).length > 0);
    expect(await traces.ledger(runId, 'approval-reminded')).toMatchObject([
      { actor: 'upkeep', body: { approval: task.id, step: 1 } },
    ]);
    expect(await traces.ledger(runId, 'approval-escalated')).toMatchObject([
      { actor: 'upkeep', body: { approval: task.id, step: 2, asks: ['person:lee'] } },
    ]);
    await people.decide(task, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('is put before the people of the last escalation once it has ended', async () => {
    const { customer, runId } = await enquire();
    const first = await people.task(runId);
    const second = await taskAfter(runId, first);
    expect(second).toMatchObject({ point: 'reply', audience: ['person:lee'], reasonCode: 'nobody-decided' });
    expect(await traces.action(second)).toEqual(await traces.action(first));
    await expect(people.decide(second, 'ada', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(second, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect((await traces.approvals(runId)).map(({ state }) => state)).toEqual(['expired', 'approved']);
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('ends its run after as many times as a draft may be asked about, and a retry asks the last ones anew', async () => {
    const { customer, runId } = await enquire();
    expect(await people.outcome(runId)).toBe('expired');
    expect((await traces.approvals(runId)).map(({ state }) => state)).toEqual(['expired', 'expired']);
    await people.retry(runId);
    const third = await people.task(runId);
    expect(third).toMatchObject({ audience: ['person:lee'], reasonCode: 'nobody-decided' });
    await people.decide(third, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
  });
});
