import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OutgoingMessage } from '#contracts/message.ts';
import { answerReceived, approvalDecided } from '#contracts/signals.ts';
import { approvalDigest } from '#governance/approvals/digest.ts';
import { signWord } from '#governance/approvals/sign-word.ts';
import { decisionKeysFolder } from '#governance/foundation.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { decidedActionPlace } from '#governance/runs/places.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
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
let answers: Answers;
let faults: Faults;
const customers = sampleCustomers();
const asking = { decision: 'ask', content: { text: 'Which parcel?' } } as const;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
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

async function sentTo(email: string) {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

describe('a question of which nobody knows whether it left', () => {
  test.for([
    { decision: 'approve', copies: 2 },
    { decision: 'reject', copies: 1 },
  ] as const)(
    'is held for a person, who says $decision; then its answer is waited for',
    async ({ decision, copies }) => {
      const { customer, runId, task } = await waiting();
      await faults.mailbox('drop-after-data');
      await people.decide(task, 'ada', asking);
      const held = await people.task(runId, 'unconfirmed');
      await faults.mailbox('none');
      const takeOver = people.decide(held, 'ada', { decision: 'take-over', comment: 'mine' });
      await expect(takeOver).rejects.toMatchObject({ code: 'input-invalid' });
      await people.decide(held, 'ada', { decision });
      const { messageId } = await answers.question(runId);
      const sent = await sentTo(customer.email);
      expect(sent.map((message) => message.messageId)).toEqual(Array(copies).fill(messageId));
      await answers.receive({ from: customer.email, to: messageId, text: 'The blue one.' });
      await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
      expect(await people.outcome(runId)).toBe('answered');
    },
  );

  test('is answered all the same where the customer is faster than that person', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('drop-after-data');
    await people.decide(task, 'ada', asking);
    const held = await people.task(runId, 'unconfirmed');
    await faults.mailbox('none');
    const { messageId } = await stack.database.direct.question.findFirstOrThrow({ where: { runId } });
    const receipt = await answers.receive({ from: customer.email, to: messageId, text: 'The blue one.' });
    expect(receipt).toMatchObject({ run: { id: runId } });
    await people.decide(held, 'ada', { decision: 'reject' });
    expect((await traces.evidence(await people.task(runId, 'reply'))).draft).toBe(2);
  });
});

describe('a signal that speaks of an answer', () => {
  test('while people are asked for a decision changes nothing, and is recorded', async () => {
    const { customer, runId, task } = await waiting();
    const workflow = stack.temporal.workflow.getHandle(runId);
    await workflow.signal(answerReceived, { questionId: 'qst_nobody_asked' });
    await eventually(
      'the signal to be recorded',
      async () => (await traces.ledger(runId, 'signal-ignored')).length > 0,
    );
    expect((await people.task(runId)).id).toBe(task.id);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
  });
});

describe('a run that goes on in another execution', () => {
  test('takes the answer it has, and asks nobody twice', async () => {
    const { customer, runId, task } = await waiting();
    await people.decide(task, 'ada', asking);
    const { messageId } = await answers.question(runId);
    await answers.receive({ from: customer.email, to: messageId, text: 'The blue one.' });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    await people.retry(runId, 'question');
    const again = await people.task(runId);
    expect(await traces.evidence(again)).toMatchObject({ exchanges: [{ answer: { text: 'The blue one.' } }] });
    await people.decide(again, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(2);
    expect(await traces.interactions(runId)).toHaveLength(3);
  });
});

describe('a question in a part of a larger run', () => {
  test('is answered by mail that is told the part it belongs to, and the whole comes to an end', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('triage-enquiry', enquiriesBy(customer)['order-status']);
    const task = await people.task(runId);
    expect(task.runId).not.toBe(runId);
    await people.decide(task, 'ada', asking);
    const { messageId } = await answers.question(task.runId);
    const receipt = await answers.receive({ from: customer.email, to: messageId, text: 'The blue one.' });
    expect(receipt).toMatchObject({ run: { id: task.runId } });
    await people.decide(await people.task(runId), 'ada', { decision: 'take-over', comment: 'I call them.' });
    expect(await people.outcome(runId)).toBe('taken-over');
  });
});

describe('a question that was decided before questions paused their runs', () => {
  test('goes to the customer, and its run ends as it was meant to', async () => {
    const { customer, runId, task } = await waiting();
    const action: OutgoingMessage = { ...(await traces.action(task)), text: 'Which parcel?' };
    const digest = approvalDigest({ action, evidenceDigest: task.evidenceDigest, task });
    const signer = await loadDecisionSigner(decisionKeysFolder(stack.config.keysFolder));
    const at = new Date();
    const word = { decision: 'ask', by: 'ada', digest, at, stage: 0, completes: true } as const;
    const data = {
      ...{ state: 'clarified', decision: 'ask', decidedBy: 'ada', decidedAt: at, decidedDigest: digest },
      decidedActionSealed: await stack.foundation.seals.seal(runId, action, decidedActionPlace(task.id)),
      ...signWord(signer, task, { ...word, with: [], onBehalfOf: null, questionTo: null }),
    };
    await stack.database.direct.approval.update({ where: { id: task.id }, data });
    await stack.temporal.workflow.getHandle(runId).signal(approvalDecided, { approvalId: task.id });
    expect(await people.outcome(runId)).toBe('clarified');
    expect((await sentTo(customer.email)).map(({ text }) => text.trimEnd())).toEqual(['Which parcel?']);
  });

  test('cannot be made of one that goes to a colleague, nor the other way round', async () => {
    const { runId, task } = await waiting();
    const to = { kind: 'colleague', person: 'max' } as const;
    await stack.db.query(
      `create or replace function reroute() returns trigger language plpgsql as
        $$ begin new.question_to = 'customer'; return new; end $$`,
    );
    await stack.db.query(
      `create trigger reroute before update on approval for each row when (new.id = '${task.id}') execute function reroute()`,
    );
    await people.decide(task, 'ada', { ...asking, to });
    const again = await people.task(runId);
    expect(again.reasonCode).toBe('decision-void');
    expect((await people.messages()).filter(({ headers }) => headers['x-baton-run'] === runId)).toEqual([]);
  });
});
