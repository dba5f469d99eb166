import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { OrderRecord } from '#dev/records/index.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, type SampleCustomer, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let answers: Answers;
const customers = sampleCustomers();

const conversation = { silence: '6 seconds', reopenWithin: '1 hours', rounds: 2 };

beforeAll(async () => {
  stack = await openStack({
    registry: [{ file: 'processes/answer-order-status.yaml', path: ['conversation'], value: conversation }],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
  await runWorker(stack, { change: goingOn });
});

afterAll(async () => {
  await replayEveryRun(stack, goingOn(await readFile(inject('ground').bundlePath, 'utf8')));
  await stack.close();
});

/** A story that goes on with what is written back to its reply. */
function goingOn(code: string): string {
  const changed = code.replace(/prompt: (['"])draft-order-reply\1,\s*category/g, 'goesOn: true, $&');
  if (changed === code) throw new Error('the process makes no such plan');
  return changed;
}

type Asking = SampleCustomer & { order: OrderRecord };

/** Asks about an order, and has the reply approved; answers under which Message-ID it was sent. */
async function answered(customer: Asking = customers.withOneOrder()) {
  const runId = await people.start('answer-order-status', questionOf(customer));
  await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
  const { messageId } = await answers.question(runId);
  return { customer, runId, messageId };
}

const tellsOf = async (runId: string, kind: string) => (await traces.ledger(runId, kind)).map(({ body }) => body);
const inboxOf = async ({ email }: SampleCustomer) => (await people.messages()).filter(({ to }) => to.includes(email));

describe.concurrent('what a customer writes back to a reply', () => {
  test('finds its run by the thread, is drafted from, and answered in the same thread', async () => {
    const { customer, runId, messageId } = await answered();
    const text = 'And who brings it?';
    const receipt = await answers.receive({
      from: customer.email,
      to: messageId,
      text,
      messageId: '<back@customer.example>',
    });
    expect(receipt).toMatchObject({ kind: 'accepted', run: { id: runId } });
    const task = await people.task(runId);
    expect((await traces.evidence(task)).exchanges).toMatchObject([{ to: { kind: 'customer' }, answer: { text } }]);
    expect(await traces.action(task)).toMatchObject({ inReplyTo: '<back@customer.example>' });
    await people.decide(task, 'ada', { decision: 'approve' });
    const directions = async () => (await traces.interactions(runId)).map(({ direction }) => direction);
    await eventually('both replies in the CRM', async () => (await directions()).length === 3);
    expect(await directions()).toEqual(['outbound', 'inbound', 'outbound']);
    expect(await inboxOf(customer)).toHaveLength(2);
  });

  test('counts once, however often the same mail comes', async () => {
    const { customer, runId, messageId } = await answered();
    const mail = {
      from: customer.email,
      to: messageId,
      text: 'Thank you!',
      messageId: `<twice-${runId}@customer.example>`,
    };
    const [first, second] = [await answers.receive(mail), await answers.receive(mail)];
    expect(first).toMatchObject({ run: { id: runId }, known: false });
    expect(second).toMatchObject({ run: { id: runId }, known: true });
    expect(await tellsOf(runId, 'answer-received')).toHaveLength(1);
  });

  test('is never taken from another address: that is an enquiry of its own, and the run says so', async () => {
    const { runId, messageId } = await answered();
    const other = customers.withOneOrder();
    const receipt = await answers.receive({ from: other.email, to: messageId, text: 'What did they ask?' });
    if (receipt.kind !== 'accepted') throw new Error('it was ignored');
    expect(receipt.run).toMatchObject({ process: 'triage-enquiry' });
    expect(receipt.run.id).not.toBe(runId);
    expect(await tellsOf(runId, 'answer-refused')).toMatchObject([{ why: 'another-sender', run: receipt.run.id }]);
    expect(await tellsOf(receipt.run.id, 'run-continues')).toEqual([]);
  });

  test('without a thread is a new enquiry, and never guessed to belong to the run', async () => {
    const { customer, runId } = await answered();
    const receipt = await answers.receive({
      from: customer.email,
      to: '<unknown@customer.example>',
      text: 'And who brings it?',
    });
    expect(receipt).toMatchObject({ kind: 'accepted', run: { process: 'triage-enquiry' } });
    expect(await tellsOf(runId, 'answer-received')).toEqual([]);
  });
});

describe.concurrent('silence', () => {
  test('ends the run with what it came to, once its time has passed', async () => {
    const { customer, runId } = await answered();
    expect(await people.outcome(runId)).toBe('answered');
    expect(await tellsOf(runId, 'question-closed')).toMatchObject([{ state: 'unanswered' }]);
    expect(await inboxOf(customer)).toHaveLength(1);
  });

  test('after which a reply is a matter of its own where the process does not take one up again', async () => {
    const { customer, runId, messageId } = await answered();
    await people.outcome(runId);
    const receipt = await answers.receive({ from: customer.email, to: messageId, text: 'It has not come.' });
    expect(receipt).toMatchObject({ kind: 'accepted', run: { process: 'triage-enquiry' } });
    expect(await tellsOf(runId, 'answer-refused')).toMatchObject([{ why: 'too-late' }]);
  });
});

test('so many replies are waited after as the registry says, and then the run is over', async () => {
  const { customer, runId, messageId } = await answered();
  let to = messageId;
  for (const text of ['And who brings it?', 'Will they ring me?']) {
    await answers.receive({ from: customer.email, to, text });
    const task = await people.task(runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    to = await eventually(
      'the reply',
      async () => (await inboxOf(customer)).find(({ messageId: sent }) => sent !== to)?.messageId,
    );
  }
  expect(await people.outcome(runId)).toBe('answered');
});
