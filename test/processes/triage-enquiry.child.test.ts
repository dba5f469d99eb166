import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callMark } from '#test/stack/call-mark.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf, type SentMessage } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
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

/** An order-status question whose child waits for a person. */
async function waiting(startedBy = 'sam') {
  const customer = customers.withOneOrder();
  const enquiry = enquiriesBy(customer)['order-status'];
  const { number } = customer.order;
  const runId = await people.start('triage-enquiry', { ...enquiry, text: `${enquiry.text}\n${number}` }, startedBy);
  const task = await people.task(runId);
  const child = await traces.child(runId);
  return { customer, runId, task, child };
}

async function sentTo(email: string): Promise<SentMessage[]> {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

const inTemporal = (runId: string) => stack.temporal.workflow.getHandle(runId);

describe.concurrent('an order status question', () => {
  test('goes on as a child in the same family of Temporal, where a person decides', async () => {
    const { customer, runId, task, child } = await waiting();
    expect(task).toMatchObject({ runId: child.id, process: 'answer-order-status', point: 'reply' });
    expect(child).toMatchObject({
      process: 'answer-order-status',
      trigger: 'child',
      startedBy: 'sam',
      reference: customer.order.number,
    });
    const { raw, searchAttributes } = await inTemporal(child.id).describe();
    expect(raw.workflowExecutionInfo?.parentExecution?.workflowId).toBe(runId);
    expect(searchAttributes).toMatchObject({
      BatonProcess: ['answer-order-status'],
      BatonReference: [customer.order.number],
    });
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await people.outcome(child.id)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect(await traces.interactions(runId)).toMatchObject([{ direction: 'inbound', category: 'order-status' }]);
    expect(await traces.interactions(child.id)).toMatchObject([{ direction: 'outbound', category: 'order-status' }]);
    expect(await traces.ledger(child.id, 'run-accepted')).toMatchObject([
      { actor: 'sam', body: { parent: runId, trigger: 'child' } },
    ]);
  });

  test('that a person rejects ends both runs rejected', async () => {
    const { runId, task, child } = await waiting();
    await people.decide(task, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await people.outcome(child.id)).toBe('rejected');
  });

  test('is not decided by whoever started the enquiry', async () => {
    const { task } = await waiting('lee');
    await expect(people.decide(task, 'lee', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('naming several orders is not given a number it may not mean', async () => {
    const customer = customers.withSeveralOrders();
    const enquiry = enquiriesBy(customer)['order-status'];
    const text = `${enquiry.text} ${customer.orders.map((order) => order.number).join(', ')}`;
    const runId = await people.start('triage-enquiry', { ...enquiry, text });
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('clarification');
    expect((await traces.child(runId)).reference).toBeNull();
  });
});

describe.concurrent('what ends one of the two', () => {
  test('a cancel of the parent reaches the child', async () => {
    const { customer, runId, child, task } = await waiting();
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    expect(await people.outcome(child.id)).toBe('cancelled');
    await eventually('both to end in Temporal', async () => {
      const [parent, own] = await Promise.all([inTemporal(runId).describe(), inTemporal(child.id).describe()]);
      return parent.status.name === 'CANCELLED' && own.status.name === 'CANCELLED';
    });
    expect(await traces.approvals(child.id)).toMatchObject([{ id: task.id, state: 'withdrawn' }]);
    expect(await sentTo(customer.email)).toEqual([]);
  });

  test('a cancel of the parent in Temporal reaches the child too', async () => {
    const { runId, child } = await waiting();
    await inTemporal(runId).cancel();
    expect(await people.outcome(runId)).toBe('cancelled');
    expect(await people.outcome(child.id)).toBe('cancelled');
  });

  test('a child that is cancelled ends its parent cancelled', async () => {
    const { runId, child } = await waiting();
    await people.cancel(child.id);
    expect(await people.outcome(child.id)).toBe('cancelled');
    expect(await people.outcome(runId)).toBe('cancelled');
  });

  test('a parent that is terminated in Temporal takes the child with it', async () => {
    const { customer, runId, child } = await waiting();
    await inTemporal(runId).terminate();
    expect(await people.outcome(runId)).toBe('terminated');
    expect(await people.outcome(child.id)).toBe('cancelled');
    expect((await traces.approvals(child.id)).map((row) => row.state)).toEqual(['withdrawn']);
    expect(await sentTo(customer.email)).toEqual([]);
  });

  test('a child that is terminated in Temporal leaves the parent failed, and both go on when it is retried', async () => {
    const { customer, runId, child, task } = await waiting();
    await inTemporal(child.id).terminate();
    expect(await people.outcome(runId)).toBe('failed');
    expect(await people.outcome(child.id)).toBe('terminated');
    await expect(people.retry(child.id)).rejects.toMatchObject({ code: 'run-open' });
    await people.retry(runId);
    const again = await people.task(runId);
    expect(again).toMatchObject({ runId: child.id });
    expect(again.id).not.toBe(task.id);
    await people.decide(again, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await traces.run(child.id)).toMatchObject({ status: 'closed', outcome: 'answered', execution: 2 });
    expect(await faults.calls(callMark(customer.email))).toHaveLength(2);
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect(await traces.ledger(child.id, 'retry-requested')).toMatchObject([
      { actor: 'process:triage-enquiry', body: { execution: 2 } },
    ]);
  });

  test('a parent that is retried takes what its child came to, and does nothing twice', async () => {
    const { customer, runId, task, child } = await waiting();
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    await people.retry(runId);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await traces.run(runId)).toMatchObject({ execution: 2 });
    expect(await traces.run(child.id)).toMatchObject({ execution: 1 });
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
    expect(await traces.interactions(child.id)).toHaveLength(1);
  });

  test('a parent that is retried from before its child has a child of its own again, in which a person decides anew', async () => {
    const { customer, runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    await people.retry(runId, 'logEnquiry');
    const again = await people.task(runId);
    expect(again.runId).not.toBe(task.runId);
    expect(await traces.interactions(runId)).toHaveLength(1);
    expect(await sentTo(customer.email)).toHaveLength(1);
  });
});
