import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orders } from '#dev/records/index.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const order = orders[0]!;

describe('answer-order-status', () => {
  test('an approved reply is sent once, in the thread of the question', async () => {
    const runId = await people.start('answer-order-status', {
      from: order.customerEmail,
      name: order.customerName,
      subject: `Where is ${order.number}?`,
      text: `Hello, where is my order ${order.number}?`,
      messageId: '<question-1@customer.example>',
    });
    const task = await people.task(runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const sent = (await people.messages()).filter((message) => message.to.includes(order.customerEmail));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers['in-reply-to']).toBe('<question-1@customer.example>');
  });
});
