import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
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
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function waiting() {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  return { customer, runId, task: await people.task(runId) };
}

async function answered() {
  const { customer, runId, task } = await waiting();
  await people.decide(task, 'ada', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  return { customer, runId };
}

async function sentTo(email: string): Promise<number> {
  return (await people.messages()).filter((message) => message.to.includes(email)).length;
}

async function callsAbout(number: string): Promise<number> {
  return (await faults.calls(number)).length;
}

async function statusInTemporal(runId: string): Promise<string> {
  return (await stack.temporal.workflow.getHandle(runId).describe()).status.name;
}

/** How a run can be ended before anybody has decided. */
const ends = [
  {
    how: 'cancelled by an operator',
    outcome: 'cancelled',
    inTemporal: 'CANCELLED',
    end: (runId: string) => people.cancel(runId),
  },
  {
    how: 'cancelled in Temporal',
    outcome: 'cancelled',
    inTemporal: 'CANCELLED',
    end: (runId: string) => stack.temporal.workflow.getHandle(runId).cancel(),
  },
  {
    how: 'terminated in Temporal',
    outcome: 'terminated',
    inTemporal: 'TERMINATED',
    end: (runId: string) => stack.temporal.workflow.getHandle(runId).terminate(),
  },
];

describe.concurrent('a run that is ended while it waits for a person', () => {
  test.for(ends)(
    '$how, it is closed within seconds, its task withdrawn, and nothing is sent',
    async ({ outcome, inTemporal, end }) => {
      const { customer, runId, task } = await waiting();
      await end(runId);
      expect(await people.outcome(runId)).toBe(outcome);
      await eventually('the end in Temporal', async () => (await statusInTemporal(runId)) === inTemporal);
      expect((await traces.approvals(runId)).map((row) => row.state)).toEqual(['withdrawn']);
      expect(await traces.replies(runId)).toEqual([]);
      expect(await sentTo(customer.email)).toBe(0);
      await expect(people.decide(task, 'ada', { decision: 'approve' })).rejects.toMatchObject({
        code: 'approval-withdrawn',
        row: { status: 410 },
      });
      const closes = await traces.ledger(runId, 'run-closed');
      expect(closes).toMatchObject([{ body: { outcome } }]);
    },
  );

  test.for(ends)('$how and retried, it asks the person anew and pays for no second draft', async ({ end, outcome }) => {
    const { customer, runId, task } = await waiting();
    await end(runId);
    expect(await people.outcome(runId)).toBe(outcome);
    await people.retry(runId);
    const again = await people.task(runId);
    expect(again.id).not.toBe(task.id);
    expect(await traces.action(again)).toEqual(await traces.action(task));
    await people.decide(again, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await callsAbout(customer.order.number)).toBe(1);
    expect(await sentTo(customer.email)).toBe(1);
    expect((await traces.run(runId)).execution).toBe(2);
  });

  test('a run that is over cannot be cancelled, and an open one cannot be retried', async () => {
    const { runId } = await waiting();
    await expect(people.retry(runId)).rejects.toMatchObject({ code: 'run-open' });
    await people.cancel(runId);
    await people.outcome(runId);
    await expect(people.cancel(runId)).rejects.toMatchObject({ code: 'run-closed' });
  });
});

describe.concurrent('a retry from a step after the mail went out', () => {
  test('from the entry in the CRM: neither mail nor entry is made a second time', async () => {
    const { customer, runId } = await answered();
    await people.retry(runId, 'logReply');
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
    expect(await traces.ledger(runId, 'effect-reused')).toMatchObject([
      { body: { effect: 'writeRecord', from: `${runId}/logReply/0/1` } },
    ]);
    expect((await traces.approvals(runId)).map((row) => row.state)).toEqual(['approved']);
  });

  test('from the sending: the message that is known to have left is not sent again', async () => {
    const { customer, runId } = await answered();
    await people.retry(runId, 'send');
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
    const reused = (await traces.ledger(runId, 'effect-reused')).map((line) => line.body.effect);
    expect(reused).toEqual(['sendOut', 'writeRecord']);
  });

  test('from the draft: a new draft and a new task; the same message approved again does not leave twice', async () => {
    const { customer, runId } = await answered();
    await people.retry(runId, 'draft');
    const again = await people.task(runId);
    expect(again.stepKey).toBe(`${runId}/approve/1/1`);
    expect(await callsAbout(customer.order.number)).toBe(2);
    await people.decide(again, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toBe(1);
    expect((await traces.steps(runId)).map((step) => step.key).filter((key) => key.includes('/draft/'))).toEqual([
      `${runId}/draft/0/1`,
      `${runId}/draft/1/1`,
    ]);
  });

  test('from the draft: other words that a person approves do leave', async () => {
    const { customer, runId } = await answered();
    await people.retry(runId, 'draft');
    await people.decide(await people.task(runId), 'bob', { decision: 'edit', content: { text: 'A correction.' } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect(await sentTo(customer.email)).toBe(2);
    expect(await traces.interactions(runId)).toHaveLength(2);
  });

  test('from the approval: the same draft is put before a person again', async () => {
    const { customer, runId } = await answered();
    await people.retry(runId, 'approve');
    await people.decide(await people.task(runId), 'bob', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await callsAbout(customer.order.number)).toBe(1);
    expect(await sentTo(customer.email)).toBe(1);
  });

  test('without a step: everything is found finished, and nothing happens twice', async () => {
    const { customer, runId } = await answered();
    const before = await traces.steps(runId);
    await people.retry(runId);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await traces.steps(runId)).toEqual(before);
    expect(await callsAbout(customer.order.number)).toBe(1);
    expect(await sentTo(customer.email)).toBe(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });

  test('from a step the run never took: refused, with the names of those it took', async () => {
    const { runId } = await answered();
    const attempt = people.retry(runId, 'classify');
    await expect(attempt).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(attempt).rejects.toThrow('approve, draft, logReply, lookUpOrder, send');
  });
});

describe('a run that is ended after the decision and before the message left', () => {
  test('retried, it follows the decision that stands and asks nobody again', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('temporary-failure');
    await people.decide(task, 'ada', { decision: 'edit', content: { text: 'As decided.' } });
    await traces.putOff(runId);
    await stack.temporal.workflow.getHandle(runId).terminate();
    expect(await people.outcome(runId)).toBe('terminated');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'withdrawn' }]);
    await faults.mailbox('none');
    expect(await sentTo(customer.email)).toBe(0);
    await people.retry(runId);
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect(await sentTo(customer.email)).toBe(1);
    expect(await traces.approvals(runId)).toMatchObject([{ id: task.id, state: 'edited' }]);
  });
});
