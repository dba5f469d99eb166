import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerReceived } from '#contracts/signals.ts';
import { answerPlace } from '#governance/runs/places.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
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

const asking = { decision: 'ask', content: { text: 'Which of the two parcels do you mean?' } } as const;

async function asked(customer = customers.withOneOrder()) {
  const runId = await people.start('answer-order-status', questionOf(customer));
  const task = await people.task(runId);
  await people.decide(task, 'ada', asking);
  const question = await answers.question(runId);
  const answer = { from: customer.email, to: question.messageId, text: 'The blue one, please.' };
  return { customer, runId, task, question, answer };
}

async function messagesTo(email: string) {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

async function stateOf(id: string) {
  return (await stack.database.direct.question.findUniqueOrThrow({ where: { id } })).state;
}

function bodiesOf(runId: string, kind: string) {
  return traces.ledger(runId, kind).then((lines) => lines.map(({ body }) => body));
}

describe.concurrent('a question to the customer', () => {
  test('goes out in the thread, and the answer brings a second draft that is approved and sent in the thread', async () => {
    const { customer, runId, task, question, answer } = await asked();
    const { number } = customer.order;
    const [sent] = await messagesTo(customer.email);
    expect(sent).toMatchObject({ to: [customer.email], messageId: question.messageId });
    expect(sent?.text.trimEnd()).toBe(asking.content.text);
    expect(sent?.headers['in-reply-to']).toBe(`<question-${number}@customer.example>`);
    const thread = [`<before-${number}@customer.example>`, `<question-${number}@customer.example>`];
    const messageId = `<second-${number}@customer.example>`;
    const receipt = await answers.receive({ ...answer, references: thread, messageId });
    expect(receipt).toMatchObject({ kind: 'accepted', run: { id: runId }, known: false, answers: question.id });
    const second = await people.task(runId);
    expect(second.id).not.toBe(task.id);
    expect(await traces.evidence(second)).toMatchObject({
      draft: 2,
      exchanges: [
        {
          to: { kind: 'customer' },
          question: asking.content.text,
          answer: { from: customer.email, text: answer.text },
        },
      ],
    });
    const [, draft] = await faultsOf(stack).calls(number);
    expect(draft?.lastMessage).toMatch(/where is my order[\s\S]*Which of the two parcels[\s\S]*The blue one, please\./);
    await people.decide(second, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const [, reply, ...more] = await messagesTo(customer.email);
    expect(more).toEqual([]);
    expect(reply?.headers['in-reply-to']).toBe(messageId);
    expect(reply?.headers.references).toContain(`${question.messageId} ${messageId}`);
    const logged = (await traces.interactions(runId)).map((row) => [row.direction, row.stepKey.split('/')[1]]);
    expect(logged).toEqual([
      ['outbound', 'logQuestion'],
      ['inbound', 'logAnswer'],
      ['outbound', 'logReply'],
    ]);
    expect(await bodiesOf(runId, 'signal-ignored')).toEqual([]);
  });

  test('whose answer names the order brings a draft made from that order', async () => {
    const customer = customers.withSeveralOrders();
    const [first] = customer.orders;
    const input = { from: customer.email, text: 'Hello, where is my order? When will it be delivered?' };
    const runId = await people.start('answer-order-status', input);
    await people.decide(await people.task(runId), 'ada', asking);
    const { messageId } = await answers.question(runId);
    const text = `It is ${first?.number}.\n\n> We have several orders of yours: ${customer.orders.map((o) => o.number)}`;
    await answers.receive({ from: customer.email, to: messageId, text });
    const { facts } = await traces.evidence(await people.task(runId));
    expect(facts).toMatchObject({ situation: 'order-found', order: { number: first?.number } });
  });

  test('may be asked as often as the registry allows, and rejections count apart', async () => {
    const { customer, runId, answer } = await asked();
    await answers.receive(answer);
    await people.decide(await people.task(runId), 'ada', { decision: 'reject', comment: 'shorter' });
    for (const text of ['And which colour?', 'And which size?']) {
      await people.decide(await people.task(runId), 'ada', { decision: 'ask', content: { text } });
      const { messageId } = await answers.question(runId);
      await answers.receive({ from: customer.email, to: messageId, text: 'I do not know' });
    }
    const task = await people.task(runId);
    await expect(people.decide(task, 'ada', asking)).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await traces.evidence(task)).draft).toBe(5);
    await people.decide(task, 'ada', { decision: 'reject', comment: 'warmer' });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('is answered by its own run alone: the search finds the answer there', async () => {
    const { runId, answer } = await asked();
    await answers.receive({ ...answer, text: 'It has a crocodile on the lid.' });
    const { rows } = await stack.db.query("select run_id from run_search where text like '%crocodile%'");
    expect(rows).toEqual([{ run_id: runId }]);
  });
});

describe.concurrent('what comes in its thread', () => {
  test('from another address is an enquiry of its own, and the run waits on', async () => {
    const { runId, question, answer } = await asked();
    const receipt = await answers.receive({ ...answer, from: 'eve@other.example' });
    if (receipt.kind !== 'accepted') throw new Error('the mail was not taken in');
    expect(receipt.run).toMatchObject({ process: 'triage-enquiry' });
    expect(receipt.run.id).not.toBe(runId);
    expect(await stateOf(question.id)).toBe('open');
    expect(await bodiesOf(runId, 'answer-refused')).toMatchObject([
      { question: question.id, why: 'another-sender', run: receipt.run.id },
    ]);
    await answers.receive(answer);
    expect(await traces.evidence(await people.task(runId))).toMatchObject({
      exchanges: [{ answer: { from: answer.from } }],
    });
  });

  test.for([
    ['an automatic reply', ['Auto-Submitted: auto-replied']],
    ['a bounce', ['Return-Path: <>']],
    ['our own message, come back', ['X-Baton-Run: run_1']],
  ] as const)('%s does not count, and the run waits on', async ([, headers]) => {
    const { runId, question, answer } = await asked();
    expect(await answers.receive({ ...answer, headers })).toMatchObject({ kind: 'ignored' });
    expect(await stateOf(question.id)).toBe('open');
    expect(await bodiesOf(runId, 'answer-refused')).toMatchObject([{ why: 'automatic' }]);
    expect(await traces.ledger(runId, 'answer-received')).toEqual([]);
  });

  test('the same mail twenty times at once is one answer, and each is told the same run', async () => {
    const { runId, answer } = await asked();
    const mail = { ...answer, messageId: `<same-${runId}@customer.example>` };
    const receipts = await Promise.all(Array.from({ length: 20 }, () => answers.receive(mail)));
    expect(new Set(receipts.map((receipt) => receipt.kind === 'accepted' && receipt.run.id))).toEqual(new Set([runId]));
    expect(receipts.filter((receipt) => receipt.kind === 'accepted' && !receipt.known)).toHaveLength(1);
    expect(await traces.ledger(runId, 'answer-received')).toHaveLength(1);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await answers.receive(mail)).toMatchObject({ kind: 'accepted', run: { id: runId }, known: true });
  });

  test('a second answer is an enquiry of its own: no mail of a customer is lost', async () => {
    const { runId, answer } = await asked();
    await answers.receive(answer);
    const second = await answers.receive({ ...answer, text: 'No, the green one!' });
    if (second.kind !== 'accepted') throw new Error('the second answer was lost');
    expect(second.run.id).not.toBe(runId);
    expect(await bodiesOf(runId, 'answer-refused')).toMatchObject([{ why: 'answered-already', run: second.run.id }]);
  });
});

describe.concurrent('an answer', () => {
  test('that is faster than the wait for it is not missed', async () => {
    const pause = await definePausePoint(stack.db, {
      table: 'question',
      operation: 'update',
      when: "new.asked_at is not null and new.state = 'open'",
    });
    const customer = customers.withOneOrder();
    const runId = await people.start('answer-order-status', questionOf(customer));
    const task = await people.task(runId);
    const hold = await pause.hold(runId);
    await people.decide(task, 'ada', asking);
    await hold.reached();
    const { messageId } = await stack.database.direct.question.findFirstOrThrow({ where: { runId } });
    const mail = answers.receive({ from: customer.email, to: messageId, text: 'At once: the blue one.' });
    await hold.release();
    expect(await mail).toMatchObject({ run: { id: runId } });
    expect(await traces.evidence(await people.task(runId))).toMatchObject({
      exchanges: [{ answer: { text: 'At once: the blue one.' } }],
    });
  });

  test('after a cancel is an enquiry of its own; the question is withdrawn', async () => {
    const { runId, question, answer } = await asked();
    await people.cancel(runId);
    const receipt = await answers.receive(answer);
    expect(receipt.kind === 'accepted' && receipt.run.id).not.toBe(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    expect(await stateOf(question.id)).toBe('withdrawn');
    expect(await bodiesOf(runId, 'question-closed')).toEqual([{ question: question.id, state: 'withdrawn' }]);
  });

  test('counts once the run goes on after a cancel, and the question is not sent again', async () => {
    const { customer, runId, question, answer } = await asked();
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    await people.retry(runId);
    await answers.question(runId);
    expect(await answers.receive(answer)).toMatchObject({ run: { id: runId }, answers: question.id });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await messagesTo(customer.email)).toHaveLength(2);
  });

  test('of a run that was terminated in Temporal is an enquiry of its own', async () => {
    const { runId, question, answer } = await asked();
    await stack.temporal.workflow.getHandle(runId).terminate();
    expect(await people.outcome(runId)).toBe('terminated');
    expect(await stateOf(question.id)).toBe('withdrawn');
    const receipt = await answers.receive(answer);
    expect(receipt.kind === 'accepted' && receipt.run.id).not.toBe(runId);
  });

  test('is not made by a signal sent straight to Temporal, which is recorded', async () => {
    const { runId, question, answer } = await asked();
    const workflow = stack.temporal.workflow.getHandle(runId);
    await workflow.signal(answerReceived, { questionId: question.id });
    await workflow.signal(answerReceived, { questionId: 'qst_of_another_run' });
    await workflow.signal(answerReceived, null);
    const ignored = await eventually('the signals to be recorded', async () => {
      const lines = await bodiesOf(runId, 'signal-ignored');
      return lines.length === 3 && lines;
    });
    const another = 'a signal came that names something else than the question waited for';
    expect(ignored).toEqual([
      { question: question.id, why: 'a signal came, but nobody has answered' },
      { question: question.id, named: 'qst_of_another_run', why: another },
      { question: question.id, named: 'nothing', why: another },
    ]);
    expect(await stateOf(question.id)).toBe('open');
    await answers.receive(answer);
    await people.task(runId);
  });

  test.for(['no answer at all', 'an answer sealed for another place', 'a state that no question has'])(
    'written into the database (%s) is void, and people are asked what to do',
    async (what) => {
      const { runId, question, answer } = await asked();
      const enquiry = { from: answer.from, text: 'Send 1000 EUR.' };
      const sealed = await stack.foundation.seals.seal(runId, { enquiry }, answerPlace('qst_other'));
      const state = what === 'a state that no question has' ? 'settled' : 'answered';
      const data = { state, answerSealed: what === 'an answer sealed for another place' ? sealed : null };
      await stack.database.direct.question.update({ where: { id: question.id }, data });
      await stack.temporal.workflow.getHandle(runId).signal(answerReceived, { questionId: question.id });
      const task = await people.task(runId);
      expect(task.reasonCode).toBe('answer-void');
      expect(JSON.stringify(await traces.evidence(task))).not.toContain('1000 EUR');
      expect(await traces.ledger(runId, 'answer-void')).toHaveLength(1);
    },
  );

  test('that somebody handed in is not theirs to decide on', async () => {
    const { runId, answer } = await asked();
    expect(await answers.receive(answer, 'lee')).toMatchObject({ run: { id: runId } });
    const task = await people.task(runId);
    expect(await traces.evidence(task)).toMatchObject({ exchanges: [{ handedInBy: 'lee' }] });
    await expect(people.decide(task, 'lee', { decision: 'approve' })).rejects.toMatchObject({ code: 'forbidden' });
    await people.decide(task, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });
});
