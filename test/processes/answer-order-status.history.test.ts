import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '#test/stack/eventually.ts';
import { openPayloads, textOf } from '#test/stack/open-history.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';

let stack: Stack;
let people: People;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function answered(words = '') {
  const customer = customers.withOneOrder();
  const question = questionOf(customer, { text: `Where is ${customer.order.number}? ${words}` });
  const runId = await people.start('answer-order-status', { ...question, orderNumber: customer.order.number });
  await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  const handle = stack.temporal.workflow.getHandle(runId);
  await eventually('the end in Temporal', async () => (await handle.describe()).status.name === 'COMPLETED');
  return { customer, runId, handle };
}

describe.concurrent('the history of answer-order-status', () => {
  test('a test counts the history events: at most 28 from the start to the end, an approval with a deadline included', async () => {
    const { handle } = await answered();
    const { events } = await handle.fetchHistory();
    const count = events?.length ?? 0;
    process.stdout.write(`answer-order-status writes ${count} events (at most 28, goal 24)\n`);
    expect(count).toBeLessThanOrEqual(28);
    expect(events?.some((event) => event.timerStartedEventAttributes)).toBe(true);
    expect(events?.filter((event) => event.activityTaskScheduledEventAttributes)).toHaveLength(2);
  });

  test('holds no word of the customer that could be read without the key of the run', async () => {
    const secret = 'I live at 7 Larkspur Close and my neighbour is Mrs Quillfeather.';
    const { customer, handle } = await answered(secret);
    const history = await handle.fetchHistory();
    const bytes = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish());
    const description = JSON.stringify(await handle.describe().then(({ raw }) => raw));
    for (const word of [secret, 'Quillfeather', customer.email, customer.name, 'Kind regards']) {
      expect(bytes.includes(word), word).toBe(false);
      expect(description, word).not.toContain(word);
    }
    const opened = await openPayloads(history, stack.payloads);
    const readable = Buffer.from(proto.temporal.api.history.v1.History.encode(opened).finish());
    for (const word of ['Quillfeather', customer.email, customer.name])
      expect(readable.includes(word), word).toBe(true);
  });

  test('is found by process, role of the starter and business reference, and by nothing personal', async () => {
    const { customer, runId, handle } = await answered();
    const { searchAttributes, memo, workflowId } = await handle.describe();
    const attributes = Object.entries(searchAttributes).filter(
      ([name]) => !['BuildIds', 'TemporalChangeVersion'].includes(name),
    );
    expect(Object.fromEntries(attributes)).toEqual({
      BatonProcess: ['answer-order-status'],
      BatonStarterRole: ['staff'],
      BatonReference: [customer.order.number],
    });
    expect(memo ?? {}).toEqual({ batonExecution: 1 });
    expect(workflowId).toBe(runId);
    expect(runId).toMatch(/^run_[0-9a-z]+$/i);
  });

  test('says in a summary what each activity and timer is for, without personal data', async () => {
    const { customer, handle } = await answered();
    const { events } = await openPayloads(await handle.fetchHistory(), stack.payloads);
    const summaries = (events ?? [])
      .map((event) => textOf(event.userMetadata?.summary))
      .filter((summary) => summary !== '');
    expect(summaries.map((summary) => JSON.parse(summary))).toEqual([
      'answer-order-status v1, started by api',
      'Look up the order',
      'Ask a model: draft-order-reply v4',
      'Ask approver to approve: reply',
      'Deadline of the task reply',
      'Read the decision: reply',
      'Send the approved e-mail',
      'Log the reply in the CRM and close the run: answered',
    ]);
    for (const word of [customer.email, customer.name]) expect(summaries.join()).not.toContain(word);
  });

  test('shows in its current details what it waits for and for whom, and once over what it came to', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('answer-order-status', questionOf(customer));
    const task = await people.task(runId);
    const handle = stack.temporal.workflow.getHandle(runId);
    const details = await eventually('current details', () => detailsOf(runId));
    expect(details).toContain('Waits for a person');
    expect(details).toContain('approver, team customer-service');
    expect(details).toContain(task.id);
    expect(details).not.toContain(customer.email);
    await people.decide(task, 'ada', { decision: 'approve' });
    await handle.result();
    expect(await detailsOf(runId)).toContain('answered');
  });

  test('keeps what is too large for a history outside of it, and still reads and replays', async () => {
    const words = 'A very long letter. '.repeat(5_000);
    const { handle, runId } = await answered(words);
    const history = await handle.fetchHistory();
    const bytes = proto.temporal.api.history.v1.History.encode(history).finish().length;
    expect(bytes).toBeLessThan(60_000);
    const { rows } = await stack.db.query('select count(*)::int as count from payload where run_id = $1', [runId]);
    expect(rows[0].count).toBeGreaterThan(0);
    const opened = proto.temporal.api.history.v1.History.encode(await openPayloads(history, stack.payloads)).finish();
    expect(Buffer.from(opened).includes(words)).toBe(true);
  });

  async function detailsOf(runId: string): Promise<string | undefined> {
    const metadata = await stack.temporal.workflow
      .getHandle(runId)
      .query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    return metadata.currentDetails;
  }
});
