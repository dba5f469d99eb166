import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf, type SentMessage } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, type SampleCustomer, sampleCustomers } from '#test/stack/sample-customers.ts';
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

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function ask(customer = customers.withOneOrder()) {
  return { customer, runId: await people.start('answer-order-status', questionOf(customer)) };
}

async function messagesTo({ email }: SampleCustomer) {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

describe.concurrent('what a person decides', () => {
  test('an approved reply is sent once, exactly as shown, in the thread of the question', async () => {
    const { customer, runId } = await ask();
    const task = await people.task(runId);
    const shown = await traces.action(task);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const sent = await messagesTo(customer);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: [customer.email], subject: shown.subject });
    expect(sent[0]?.text.trimEnd()).toBe(shown.text.trimEnd());
    const { number } = customer.order;
    expect(sent[0]?.headers['in-reply-to']).toBe(`<question-${number}@customer.example>`);
    expect(sent[0]?.headers.references).toBe(
      `<before-${number}@customer.example> <question-${number}@customer.example>`,
    );
  });

  test('an edited reply leaves with the exact words of the edit, which the signed digest covers', async () => {
    const { customer, runId } = await ask();
    const task = await people.task(runId);
    const drafted = await traces.action(task);
    const text = 'Dear customer,\n\nit is on its way – we are sure.\n\nKind regards';
    await people.decide(task, 'ada', { decision: 'edit', content: { text } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    const [decided] = await traces.approvals(runId);
    expect(decided).toMatchObject({ state: 'edited', decidedBy: 'ada', digest: task.digest });
    expect(decided?.decidedDigest).not.toBe(task.digest);
    expect(await traces.action(task)).toEqual(drafted);
    if (!decided) throw new Error('the decision is missing');
    expect(await traces.decidedAction(decided)).toEqual({ ...drafted, text });
    const sent = await messagesTo(customer);
    expect(sent.map((message) => message.text.trimEnd())).toEqual([text]);
    const [made] = await traces.ledger(runId, 'decision-made');
    expect(made).toMatchObject({
      actor: 'ada',
      body: { decision: 'edit', digest: decided.decidedDigest, shownDigest: task.digest },
    });
  });

  test('a reply rejected without a word is never sent', async () => {
    const { customer, runId } = await ask();
    await people.decide(await people.task(runId), 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await messagesTo(customer)).toEqual([]);
    expect(await traces.replies(runId)).toEqual([]);
    expect(await traces.interactions(runId)).toEqual([]);
  });

  test('a reply rejected with a reason is drafted anew, shown as a new task, and sent once approved', async () => {
    const { customer, runId } = await ask();
    const first = await people.task(runId);
    await people.decide(first, 'ada', { decision: 'reject', comment: 'Please be more apologetic' });
    const second = await people.task(runId);
    expect(second.id).not.toBe(first.id);
    const [before, after] = [await traces.action(first), await traces.action(second)];
    expect(after.text).not.toBe(before.text);
    expect(await traces.evidence(first)).toMatchObject({ draft: 1, round: { number: 1, of: 3 } });
    expect(await traces.evidence(second)).toMatchObject({ draft: 2, round: { number: 2, of: 3 } });
    await people.decide(second, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const calls = await faultsOf(stack).calls(customer.order.number);
    expect(calls.map((call) => call.lastMessage.includes('Please be more apologetic'))).toEqual([false, true]);
    expect((await messagesTo(customer)).map((message) => message.text.trimEnd())).toEqual([after.text.trimEnd()]);
    expect((await traces.approvals(runId)).map((row) => row.state)).toEqual(['rejected', 'approved']);
  });

  test('after the last draft the registry allows, a rejection with a reason ends the run', async () => {
    const { customer, runId } = await ask();
    for (const reason of ['shorter', 'longer', 'warmer']) {
      await people.decide(await people.task(runId), 'ada', { decision: 'reject', comment: `Please make it ${reason}` });
    }
    expect(await people.outcome(runId)).toBe('rejected');
    expect((await traces.approvals(runId)).map((row) => row.state)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await messagesTo(customer)).toEqual([]);
  });
});

describe.concurrent('what is written down', () => {
  test('whoever may decide gets one plain mail of their own, and whoever started the run gets none', async () => {
    const runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()), 'lee');
    const task = await people.task(runId);
    const notices = await noticesOf(task.id, 2);
    expect(notices.flatMap(({ to }) => to).toSorted()).toEqual(['ada@alderfinch.example', 'bob@alderfinch.example']);
    for (const { text } of notices) expect(text).not.toMatch(/AF-\d{6}|@/);
  });

  test('every step leaves intent and outcome in the ledger, and the run its accept and its close', async () => {
    const { runId } = await ask();
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await people.outcome(runId);
    // The notice to colleagues leaves on its own: it is sent, or withdrawn where the run was faster.
    const lines = (await traces.ledger(runId)).filter(
      ({ kind, body }) => kind !== 'message-withdrawn' && !String(body.step).includes('/notify/'),
    );
    expect(lines.map((line) => line.kind)).toEqual([
      'run-accepted',
      'effect-intended',
      'effect-done',
      'effect-intended',
      'effect-done',
      'approval-opened',
      'decision-made',
      'effect-intended',
      'effect-done',
      'effect-intended',
      'effect-done',
      'run-closed',
    ]);
    const done = lines.filter((line) => line.kind === 'effect-done').map((line) => line.body.effect);
    expect(done).toEqual(['readRecord', 'callModel', 'sendOut', 'writeRecord']);
  });

  test('the steps of a run carry its id, their name, the round and the item as their key', async () => {
    const { runId } = await ask();
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await people.outcome(runId);
    const keys = (await traces.steps(runId)).map((step) => step.key).toSorted();
    expect(keys).toEqual([`${runId}/draft/0/1`, `${runId}/logReply/0/1`, `${runId}/lookUpOrder/0/1`]);
    expect((await traces.approvals(runId)).map((row) => row.stepKey)).toEqual([`${runId}/approve/0/1`]);
    expect((await traces.replies(runId)).map((row) => row.stepKey)).toEqual([`${runId}/send/0/1`]);
  });
});

/** The notices that speak of a task, once they were sent. */
function noticesOf(taskId: string, count: number): Promise<SentMessage[]> {
  return eventually(`${count} notices of ${taskId}`, async () => {
    const answer = await fetch(`${stack.mailboxUrl}/messages`);
    const all = (await answer.json()) as SentMessage[];
    const found = all.filter((message) => message.text.includes(taskId));
    return found.length >= count && found;
  });
}
