import { afterAll, beforeAll, describe, test } from 'vitest';
import { answerBillingQuery } from '#contracts/processes/answer-billing-query.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Recorder, recorderOf } from './recorder.ts';

let stack: Stack;
let people: People;
let answers: Answers;
let record: Recorder['record'];
let recordEnd: Recorder['recordEnd'];
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  answers = answersOf(stack);
  ({ record, recordEnd } = recorderOf(stack, people));
  await runWorker(stack);
});

afterAll(() => stack.close());

describe(answerBillingQuery.name, () => {
  const { from, name } = answerBillingQuery.example;
  const start = (input: object = answerBillingQuery.example) => people.start(answerBillingQuery.name, { ...input });

  test('waits for approval, is approved', async () => {
    const runId = await start();
    const task = await people.task(runId);
    await record('answer-billing-query.waits-for-approval', runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('answer-billing-query.approved', runId, 'answered');
  });

  test('waits for the customer to name the invoice, is drafted from it', async () => {
    const runId = await start({ from, name, subject: 'My invoice', text: 'What about AFI-999999?' });
    const task = await people.task(runId);
    await people.decide(task, 'ada', { decision: 'ask', content: { text: 'Which invoice do you mean?' } });
    const { messageId } = await answers.question(runId);
    await record('answer-billing-query.waits-for-answer', runId);
    await answers.receive({ from, to: messageId, text: 'AFI-100103 it is.' });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('answer-billing-query.approved-after-answer', runId, 'answered');
  });

  test('waits for a colleague to name the invoice, is drafted from it', async () => {
    const runId = await start({ from, name, subject: 'My invoice', text: 'What about AFI-999999?' });
    const to = { kind: 'colleague', person: 'max' } as const;
    const content = { subject: 'Which invoice?', text: 'Do you know which one they mean?' };
    await people.decide(await people.task(runId), 'ada', { decision: 'ask', to, content });
    const { messageId } = await answers.question(runId);
    const max = stack.foundation.registry.person('max')?.email ?? '';
    await answers.receive({ from: max, to: messageId, text: 'AFI-100103 it is.' });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('answer-billing-query.invoice-named-by-colleague', runId, 'answered');
  });

  test('is rejected and drafted anew, is taken over', async () => {
    const runId = await start();
    await people.decide(await people.task(runId), 'ada', { decision: 'reject', comment: 'Too long' });
    const task = await people.task(runId);
    await record('answer-billing-query.waits-with-second-draft', runId);
    await people.decide(task, 'ada', { decision: 'take-over', comment: 'I call them' });
    await recordEnd('answer-billing-query.taken-over', runId, 'taken-over');
  });

  test('is cancelled', async () => {
    const runId = await start();
    await people.task(runId);
    await people.cancel(runId);
    await recordEnd('answer-billing-query.cancelled', runId, 'cancelled');
  });
});

describe(triageEnquiry.name, () => {
  test('waits for its child about a bill, is answered by it', async () => {
    const runId = await people.start(triageEnquiry.name, enquiriesBy(customers.withOneOrder()).billing);
    const task = await people.task(runId);
    await record('triage-enquiry.waits-for-billing', runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('triage-enquiry.answered-by-billing', runId, 'answered');
  });
});
