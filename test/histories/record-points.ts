import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerBillingQuery } from '#contracts/processes/answer-billing-query.ts';
import { answerOrderStatus } from '#contracts/processes/answer-order-status.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { issueRefund } from '#contracts/processes/issue-refund.ts';
import { resolveSupportTicket } from '#contracts/processes/resolve-support-ticket.ts';
import { routeEnquiry } from '#contracts/processes/route-enquiry.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import { approvalDecided } from '#contracts/signals.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Switches, switchesOf } from '#test/stack/switches.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type Recorder, recorderOf } from './recorder.ts';

let stack: Stack;
let people: People;
let record: Recorder['record'];
let recordEnd: Recorder['recordEnd'];
let faults: Faults;
let traces: Traces;
let answers: Answers;
let switches: Switches;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'review'], '6 seconds'),
      ...inEveryProcess(['questions', 'answerWithin'], '3 seconds'),
    ],
  });
  people = await peopleOf(stack);
  ({ record, recordEnd } = recorderOf(stack, people));
  faults = faultsOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
  switches = switchesOf(stack);
  await runWorker(stack);
});

afterEach(() => Promise.all([faults.mailbox('none'), faults.model({ mode: 'none' })]));
afterAll(() => stack.close());

const inTemporal = (runId: string) => stack.temporal.workflow.getHandle(runId);

/** On paper first, and a moment later in Temporal. */
async function recordOncePaused(name: string, runId: string): Promise<void> {
  await eventually(`${runId} to be paused in Temporal`, async () => {
    const details = await inTemporal(runId).query<{ currentDetails: string }>('__temporal_workflow_metadata');
    return details.currentDetails.startsWith('**Paused**');
  });
  await record(name, runId);
}

describe(answerOrderStatus.name, () => {
  async function waiting() {
    const runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()));
    return { runId, task: await people.task(runId) };
  }

  test('waits, is approved', async () => {
    const { runId, task } = await waiting();
    await record('answer-order-status.waits-for-approval', runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved', runId, 'answered');
  });

  test('is edited', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'edit', content: { text: 'Tomorrow.' } });
    await recordEnd('answer-order-status.edited', runId, 'answered-edited');
  });

  test('is rejected', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'reject' });
    await recordEnd('answer-order-status.rejected', runId, 'rejected');
  });

  test('is drafted anew, waits again, is approved', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'reject', comment: 'shorter' });
    const second = await people.task(runId);
    await record('answer-order-status.waits-for-second-approval', runId);
    await people.decide(second, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.redrafted-and-approved', runId, 'answered');
  });

  test('waits for a model, the mail server and the CRM while each is switched off, and goes on', async () => {
    const orders = await switches.pull({ kind: 'connector', name: 'postgres-orders' });
    const runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()));
    await switches.paused(runId, orders);
    const model = await switches.pull({ kind: 'model', name: 'rehearsal-1' });
    await switches.lift(orders);
    await switches.paused(runId, model);
    await recordOncePaused('answer-order-status.waits-while-switched-off', runId);
    await switches.lift(model);
    const task = await people.task(runId);
    const smtp = await switches.pull({ kind: 'connector', name: 'smtp' });
    await people.decide(task, 'ada', { decision: 'approve' });
    await switches.paused(runId, smtp);
    const crm = await switches.pull({ kind: 'connector', name: 'postgres-crm' });
    await switches.lift(smtp);
    await switches.paused(runId, crm);
    await recordOncePaused('answer-order-status.waits-to-log-while-switched-off', runId);
    await switches.lift(crm);
    await recordEnd('answer-order-status.approved-after-switches', runId, 'answered');
  });

  test('waits for the answer of the customer, who names the order, and is approved', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'ask', content: { text: 'Which order do you mean?' } });
    const { messageId } = await answers.question(runId);
    await record('answer-order-status.waits-for-answer', runId);
    const { to } = await traces.action(task);
    await answers.receive({ from: to, to: messageId, text: 'AF-100001 it is.' });
    const second = await people.task(runId);
    await record('answer-order-status.waits-after-answer', runId);
    await people.decide(second, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved-after-answer', runId, 'answered');
  });

  test('waits for the answer of a colleague in vain, and is approved all the same', async () => {
    const { runId, task } = await waiting();
    const to = { kind: 'colleague', person: 'max' } as const;
    await people.decide(task, 'ada', { decision: 'ask', to, content: { text: 'Do we have it?' } });
    await answers.question(runId);
    await record('answer-order-status.waits-for-colleague', runId);
    const again = await people.task(runId);
    await record('answer-order-status.waits-after-no-answer', runId);
    await people.decide(again, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved-after-no-answer', runId, 'answered');
  });

  test('waits for the answer of the customer in vain, and is approved all the same', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'ask', content: { text: 'Which order do you mean?' } });
    await answers.question(runId);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved-after-silence', runId, 'answered');
  });

  test.each([
    ['told-by-colleague', 'We have it, it leaves tomorrow.'],
    ['order-named-by-colleague', 'They mean AF-100001.'],
  ])('goes on with the answer of a colleague: %s', async (point, text) => {
    const { runId, task } = await waiting();
    const to = { kind: 'colleague', person: 'max' } as const;
    await people.decide(task, 'ada', { decision: 'ask', to, content: { text: 'Do we have it?' } });
    const { messageId } = await answers.question(runId);
    await answers.receive({ from: 'max@alderfinch.example', to: messageId, text });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd(`answer-order-status.${point}`, runId, 'answered');
  });

  test('is cancelled while it waits for an answer, and gets it in a second execution', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'ask', content: { text: 'Which order do you mean?' } });
    const { messageId } = await answers.question(runId);
    await people.cancel(runId);
    await recordEnd('answer-order-status.cancelled-while-asking', runId, 'cancelled');
    await people.retry(runId);
    await answers.question(runId);
    const { to } = await traces.action(task);
    await answers.receive({ from: to, to: messageId, text: 'The blue one.' });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved-after-answer-and-retry', runId, 'answered');
  });

  test('is taken over by hand', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'take-over', comment: 'I call them.' });
    await recordEnd('answer-order-status.taken-over', runId, 'taken-over');
  });

  test('expires', async () => {
    const { runId } = await waiting();
    await recordEnd('answer-order-status.expired', runId, 'expired');
  });

  test('ignores a signal nobody vouches for', async () => {
    const { runId, task } = await waiting();
    await inTemporal(runId).signal(approvalDecided, { approvalId: task.id });
    await eventually(
      'the signal to be recorded',
      async () => (await traces.ledger(runId, 'signal-ignored')).length > 0,
    );
    await record('answer-order-status.waits-after-ignored-signal', runId);
  });

  test('is cancelled, and goes on in a second execution', async () => {
    const { runId } = await waiting();
    await people.cancel(runId);
    await recordEnd('answer-order-status.cancelled', runId, 'cancelled');
    await people.retry(runId);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved-after-retry', runId, 'answered');
  });

  test('is retried after a decision that stands', async () => {
    const { runId, task } = await waiting();
    await faults.mailbox('permanent-failure');
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.undeliverable', runId, 'undeliverable');
    await faults.mailbox('none');
    await people.retry(runId, 'send');
    await recordEnd('answer-order-status.sent-after-retry', runId, 'answered');
  });

  test('is terminated', async () => {
    const { runId } = await waiting();
    await inTemporal(runId).terminate();
    await recordEnd('answer-order-status.terminated', runId, 'terminated');
  });

  test.for([
    { decision: 'approve', name: 'sent-again' },
    { decision: 'reject', name: 'recorded-as-sent' },
  ] as const)('is unconfirmed, then $name', async ({ decision, name }) => {
    const { runId, task } = await waiting();
    await faults.mailbox('drop-after-data');
    await people.decide(task, 'ada', { decision: 'approve' });
    const held = await people.task(runId, 'unconfirmed');
    await record('answer-order-status.waits-unconfirmed', runId);
    await faults.mailbox('none');
    await people.decide(held, 'bob', { decision });
    await recordEnd(`answer-order-status.${name}`, runId, 'answered');
  });

  test('stays unconfirmed', async () => {
    const { runId, task } = await waiting();
    await faults.mailbox('drop-after-data');
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.unconfirmed', runId, 'unconfirmed');
  });

  test('has no model', async () => {
    await faults.model({ mode: 'error' });
    const { runId, task } = await waiting();
    await record('answer-order-status.waits-without-model', runId);
    await people.decide(task, 'ada', { decision: 'edit', content: { text: 'Tomorrow.' } });
    await recordEnd('answer-order-status.edited-without-model', runId, 'answered-edited');
  });

  test('is put before people anew after a decision nobody signed', async () => {
    const { runId, task } = await waiting();
    await stack.db.query(`update approval set state = 'approved', decision = 'approve' where id = $1`, [task.id]);
    await inTemporal(runId).signal(approvalDecided, { approvalId: task.id });
    const again = await people.task(runId);
    await record('answer-order-status.waits-after-void-decision', runId);
    await people.decide(again, 'ada', { decision: 'approve' });
    await recordEnd('answer-order-status.approved-after-void-decision', runId, 'answered');
  });
});

describe(triageEnquiry.name, () => {
  const start = (category: keyof ReturnType<typeof enquiriesBy>) =>
    people.start('triage-enquiry', enquiriesBy(customers.withOneOrder())[category]);

  test.for([
    { category: 'support', person: 'ada', waits: 'waits-for-approval', end: 'approved' },
    { category: 'complaint', person: 'lee', waits: 'waits-for-review', end: 'reviewed' },
    { category: 'uncertain', person: 'bob', waits: 'waits-uncertain', end: 'uncertain-approved' },
  ] as const)('$category $waits, is $end', async ({ category, person, waits, end }) => {
    const runId = await start(category);
    const task = await people.task(runId);
    await record(`triage-enquiry.${waits}`, runId);
    await people.decide(task, person, { decision: 'approve' });
    await recordEnd(`triage-enquiry.${end}`, runId, 'answered');
  });

  test('waits for the answer of the customer, is taken over', async () => {
    const runId = await start('support');
    const task = await people.task(runId);
    await people.decide(task, 'ada', { decision: 'ask', content: { text: 'Which bookcase is it?' } });
    const { messageId } = await answers.question(runId);
    await record('triage-enquiry.waits-for-answer', runId);
    const { to } = await traces.action(task);
    await answers.receive({ from: to, to: messageId, text: 'The oak one.' });
    await people.decide(await people.task(runId), 'ada', { decision: 'take-over', comment: 'I call them.' });
    await recordEnd('triage-enquiry.taken-over-after-answer', runId, 'taken-over');
  });

  test('is spam', async () => {
    await recordEnd('triage-enquiry.spam', await start('spam'), 'spam');
  });

  test('is cancelled', async () => {
    const runId = await start('billing');
    await people.task(runId);
    await people.cancel(runId);
    await recordEnd('triage-enquiry.cancelled', runId, 'cancelled');
  });

  test('expires', async () => {
    await recordEnd('triage-enquiry.expired', await start('refund'), 'expired');
  });

  test('has no model', async () => {
    await faults.model({ mode: 'error' });
    const runId = await start('support');
    const task = await people.task(runId);
    await record('triage-enquiry.waits-without-model', runId);
    await people.decide(task, 'ada', { decision: 'reject' });
    await recordEnd('triage-enquiry.rejected-without-model', runId, 'rejected');
  });

  test('waits for its child, which is approved', async () => {
    const runId = await start('order-status');
    const task = await people.task(runId);
    await record('triage-enquiry.waits-for-child', runId);
    await record('answer-order-status.waits-as-child', task.runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('triage-enquiry.answered-by-child', runId, 'answered');
    await recordEnd('answer-order-status.approved-as-child', task.runId, 'answered');
    await people.retry(runId);
    await recordEnd('triage-enquiry.took-what-its-child-came-to', runId, 'answered');
  });

  test('is cancelled with its child', async () => {
    const runId = await start('order-status');
    const { runId: childId } = await people.task(runId);
    await people.cancel(runId);
    await recordEnd('triage-enquiry.cancelled-with-child', runId, 'cancelled');
    await recordEnd('answer-order-status.cancelled-as-child', childId, 'cancelled');
  });

  test('loses its child, and goes on with it once retried', async () => {
    const runId = await start('order-status');
    const { runId: childId } = await people.task(runId);
    await inTemporal(childId).terminate();
    await recordEnd('triage-enquiry.lost-its-child', runId, 'failed');
    expect(await people.outcome(childId)).toBe('terminated');
    await people.retry(runId);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('triage-enquiry.answered-after-retry', runId, 'answered');
  });
});

const withPointsOfTheirOwn: readonly string[] = [
  answerBillingQuery.name,
  answerOrderStatus.name,
  resolveSupportTicket.name,
  issueRefund.name,
  routeEnquiry.name,
  triageEnquiry.name,
];
const others = processDefinitions.filter(({ name }) => !withPointsOfTheirOwn.includes(name));

describe.each(others)('$name', ({ name, example }) => {
  async function waiting() {
    const runId = await people.start(name, example);
    return { runId, task: await people.task(runId) };
  }

  test('waits, is approved', async () => {
    const { runId, task } = await waiting();
    await record(`${name}.waits-for-approval`, runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd(`${name}.approved`, runId, 'answered');
  });

  test('is rejected', async () => {
    const { runId, task } = await waiting();
    await people.decide(task, 'ada', { decision: 'reject' });
    await recordEnd(`${name}.rejected`, runId, 'rejected');
  });

  test('is cancelled', async () => {
    const { runId } = await waiting();
    await people.cancel(runId);
    await recordEnd(`${name}.cancelled`, runId, 'cancelled');
  });
});
