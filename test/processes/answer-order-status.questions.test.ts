import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let answers: Answers;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const toLee = { kind: 'colleague', person: 'lee' } as const;

async function asked(text: string, to?: typeof toLee) {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  const task = await people.task(runId);
  await people.decide(task, 'ada', { decision: 'ask', content: { text }, ...(to ? { to } : {}) });
  const question = await answers.question(runId);
  return { customer, runId, task, question };
}

async function messagesTo(email: string) {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

describe.concurrent('a question to the customer', () => {
  test('goes out in the thread, and the answer brings a second draft that is approved and sent in the thread', async () => {
    const { customer, runId, task, question } = await asked('Which of the two parcels do you mean?');
    const { number } = customer.order;
    const [sent] = await messagesTo(customer.email);
    expect(sent).toMatchObject({ to: [customer.email], messageId: question.messageId });
    expect(sent?.text.trimEnd()).toBe('Which of the two parcels do you mean?');
    expect(sent?.headers['in-reply-to']).toBe(`<question-${number}@customer.example>`);
    const receipt = await answers.receive({
      from: customer.email,
      to: question.messageId,
      references: [`<before-${number}@customer.example>`, `<question-${number}@customer.example>`],
      messageId: `<second-${number}@customer.example>`,
      text: 'The blue one, please.',
    });
    expect(receipt).toMatchObject({ kind: 'accepted', run: { id: runId }, known: false, answers: question.id });
    const second = await people.task(runId);
    expect(second.id).not.toBe(task.id);
    expect(await traces.evidence(second)).toMatchObject({
      draft: 2,
      exchanges: [
        {
          to: { kind: 'customer' },
          question: 'Which of the two parcels do you mean?',
          answer: { from: customer.email, text: 'The blue one, please.' },
        },
      ],
    });
    const [, draft] = await faultsOf(stack).calls(number);
    expect(draft?.lastMessage).toMatch(/where is my order[\s\S]*Which of the two parcels[\s\S]*The blue one, please\./);
    await people.decide(second, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const [, reply, ...more] = await messagesTo(customer.email);
    expect(more).toEqual([]);
    expect(reply?.headers['in-reply-to']).toBe(`<second-${number}@customer.example>`);
    expect(reply?.headers.references).toContain(`${question.messageId} <second-${number}@customer.example>`);
    const logged = (await traces.interactions(runId)).map(({ direction, stepKey }) => [
      direction,
      stepKey.split('/')[1],
    ]);
    expect(logged).toEqual([
      ['outbound', 'logQuestion'],
      ['inbound', 'logAnswer'],
      ['outbound', 'logReply'],
    ]);
  });
});
