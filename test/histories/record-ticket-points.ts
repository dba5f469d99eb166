import { afterAll, beforeAll, describe, test } from 'vitest';
import { resolveSupportTicket } from '#contracts/processes/resolve-support-ticket.ts';
import type { Documents } from '#governance/knowledge/documents.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { knowledgeOf } from '#test/stack/knowledge.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Recorder, recorderOf } from './recorder.ts';

let stack: Stack;
let people: People;
let answers: Answers;
let faults: Faults;
let documents: Documents;
let record: Recorder['record'];
let recordEnd: Recorder['recordEnd'];

beforeAll(async () => {
  const file = 'processes/resolve-support-ticket.yaml';
  stack = await openStack({
    registry: [
      { file, path: ['questions', 'answerWithin'], value: '5 seconds' },
      { file, path: ['limits', 'drafts'], value: 2 },
    ],
  });
  documents = await knowledgeOf(stack);
  people = await peopleOf(stack);
  answers = answersOf(stack);
  faults = faultsOf(stack);
  ({ record, recordEnd } = recorderOf(stack, people));
  await runWorker(stack);
});

afterAll(() => stack.close());

const { from } = resolveSupportTicket.example;
const oiling = { subject: 'Oiling my oak table', text: 'How often should I oil my oak table?' };
const unclear = { subject: 'Zzz', text: 'Qqq vvv xxx' };
const start = (words: object = oiling) => people.start(resolveSupportTicket.name, { from, ...words });

/** The task that comes after one that was decided. */
function taskAfter(runId: string, { id }: ApprovalRow): Promise<ApprovalRow> {
  return eventually('another task', async () => {
    const open = await people.task(runId);
    return open.id === id ? undefined : open;
  });
}

async function revoke(names: readonly string[]): Promise<void> {
  for (const name of names) await documents.revoke({ name, by: 'lee', reason: 'It is wrong' });
}

describe(resolveSupportTicket.name, () => {
  test('waits for approval, is approved', async () => {
    const runId = await start();
    const task = await people.task(runId);
    await record('resolve-support-ticket.waits-for-approval', runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('resolve-support-ticket.approved', runId, 'answered');
  });

  test('waits for what the customer says is missing, is answered with it', async () => {
    const runId = await start(unclear);
    const task = await people.task(runId);
    await record('resolve-support-ticket.waits-to-ask', runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    const { messageId } = await answers.question(runId);
    await record('resolve-support-ticket.waits-for-answer', runId);
    await answers.receive({ from, to: messageId, text: oiling.text });
    await people.decide(await taskAfter(runId, task), 'ada', { decision: 'approve' });
    await recordEnd('resolve-support-ticket.approved-after-answer', runId, 'answered');
  });

  test('is closed after silence', async () => {
    const runId = await start(unclear);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    await recordEnd('resolve-support-ticket.unanswered', runId, 'unanswered');
  });

  test('goes on with what a colleague answers', async () => {
    const runId = await start();
    const task = await people.task(runId);
    const to = { kind: 'colleague', person: 'max' } as const;
    await people.decide(task, 'ada', { decision: 'ask', to, content: { text: 'Is that so?' } });
    const { messageId } = await answers.question(runId);
    await answers.receive({ from: 'max@alderfinch.example', to: messageId, text: 'It is.' });
    await people.decide(await taskAfter(runId, task), 'ada', { decision: 'approve' });
    await recordEnd('resolve-support-ticket.told-by-colleague', runId, 'answered');
  });

  test('is rejected and drafted anew, is taken over', async () => {
    const runId = await start();
    const task = await people.task(runId);
    await people.decide(task, 'ada', { decision: 'reject', comment: 'Too long' });
    const take = { decision: 'take-over', comment: 'I call them' } as const;
    await people.decide(await taskAfter(runId, task), 'ada', take);
    await recordEnd('resolve-support-ticket.taken-over', runId, 'taken-over');
  });

  test('is answered with the holding reply where no model drafts', async () => {
    await faults.model({ mode: 'error' });
    const runId = await start();
    const task = await people.task(runId);
    await faults.model({ mode: 'none' });
    await people.decide(task, 'ada', { decision: 'approve' });
    await recordEnd('resolve-support-ticket.held-without-model', runId, 'answered');
  });

  test('is rejected', async () => {
    const runId = await start();
    await people.decide(await people.task(runId), 'ada', { decision: 'reject' });
    await recordEnd('resolve-support-ticket.rejected', runId, 'rejected');
  });

  test('is cancelled', async () => {
    const runId = await start();
    await people.task(runId);
    await people.cancel(runId);
    await recordEnd('resolve-support-ticket.cancelled', runId, 'cancelled');
  });

  test('is drafted anew where its document is revoked, and ends where that goes on', async () => {
    const runId = await start();
    const task = await people.task(runId);
    const all = stack.foundation.registry.articles().map(({ name }) => name);
    const aboutOak = all.filter((name) => /oak|oel/.test(name));
    await revoke(aboutOak);
    await people.decide(task, 'ada', { decision: 'approve' });
    const anew = await taskAfter(runId, task);
    await record('resolve-support-ticket.waits-after-revoked', runId);
    await revoke(all.filter((name) => !aboutOak.includes(name)));
    await people.decide(anew, 'ada', { decision: 'approve' });
    await recordEnd('resolve-support-ticket.blocked', runId, 'blocked');
  });
});
