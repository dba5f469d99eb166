import { afterAll, beforeAll, expect, test } from 'vitest';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

/** A complaint whose task was opened by the code as it was before messages took files with them. */
async function openedBefore() {
  const older = await runWorker(stack, { change: withoutFiles });
  const enquiry = enquiriesBy(customers.withOneOrder()).complaint;
  const runId = await people.start('triage-enquiry', enquiry);
  const task = await people.task(runId, 'complaint');
  await older.stop();
  expect(await traces.action(task)).not.toHaveProperty('attachments');
  return { enquiry, runId, task };
}

function withoutFiles(code: string): string {
  const changed = code.replace(/attach: \[\s*\{\s*kind: ['"]enquiry-received['"][^\]]*\]/, 'attach: undefined');
  if (changed === code) throw new Error('the process attaches nothing');
  return changed;
}

async function filesSentTo(email: string) {
  const sent = (await people.messages()).filter((message) => message.to.includes(email));
  return sent.map(({ attachments }) => attachments.map(({ name }) => name));
}

test('a task that was opened before messages took files with them is approved as it stands, and leaves without one', async () => {
  const { enquiry, runId, task } = await openedBefore();
  const worker = await runWorker(stack);
  await people.decide(task, 'lee', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  expect(await filesSentTo(enquiry.from)).toEqual([[]]);
  await worker.stop();
});

test('drafted anew, the same complaint gets its file', async () => {
  const { enquiry, runId, task } = await openedBefore();
  await people.decide(task, 'lee', { decision: 'reject', comment: 'Too cold' });
  const worker = await runWorker(stack);
  await people.decide(await people.task(runId), 'lee', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  expect(await filesSentTo(enquiry.from)).toEqual([['your-message.txt']]);
  await worker.stop();
});

function before(change: string): (code: string) => string {
  return (code) => {
    const changed = code.replace(/\([^()]*beganAfter\)\(([^()]*)\)/, `($1 !== '${change}')`);
    if (changed === code) throw new Error('the process asks nowhere whether it began before');
    return changed;
  };
}

test.each([
  ['of no kind', 'other', 'other-is-owned'],
  ['about a bill', 'billing', 'billing-has-a-process'],
] as const)(
  'an enquiry %s whose reply was drafted before another process went on with such enquiries is answered by it',
  async (_, category, change) => {
    const older = await runWorker(stack, { change: before(change) });
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder())[category]);
    const task = await people.task(runId, 'reply');
    await older.stop();
    const worker = await runWorker(stack);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    await worker.stop();
  },
);
