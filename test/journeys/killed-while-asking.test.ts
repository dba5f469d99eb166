import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type PauseOrder } from '#test/stack/pause-points.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let answers: Answers;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['durations', 'record'], '60 seconds') });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
});

afterAll(() => stack.close());

async function ask() {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  await people.decide(await people.task(runId), 'ada', { decision: 'ask', content: { text: 'Which parcel?' } });
  return { customer, runId };
}

async function expectOneOfEach({ customer, runId }: Awaited<ReturnType<typeof ask>>): Promise<void> {
  const task = await people.task(runId);
  expect(await traces.evidence(task)).toMatchObject({ draft: 2, exchanges: [{ answer: { text: 'The blue one.' } }] });
  await people.decide(task, 'ada', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  const messages = (await people.messages()).filter(({ to }) => to.includes(customer.email));
  expect(messages.map(({ text }) => text.trimEnd())).toEqual(['Which parcel?', expect.any(String)]);
  expect((await traces.interactions(runId)).map(({ direction }) => direction)).toEqual([
    'outbound',
    'inbound',
    'outbound',
  ]);
  expect(await traces.ledger(runId, 'answer-received')).toHaveLength(1);
}

test('an answer that comes while no worker is there is taken in, and the run goes on with the next one', async () => {
  const worker = await spawnQuickWorker(stack);
  const run = await ask();
  const { messageId } = await answers.question(run.runId);
  await worker.kill();
  const receipt = await answers.receive({ from: run.customer.email, to: messageId, text: 'The blue one.' });
  expect(receipt).toMatchObject({ run: { id: run.runId } });
  const next = await spawnQuickWorker(stack);
  await expectOneOfEach(run);
  await next.stop();
});

const places: readonly (PauseOrder & { at: string })[] = [
  { at: 'the question is being written down', table: 'question', operation: 'insert', when: 'true' },
  {
    at: 'the question has left and its wait is to begin',
    table: 'question',
    operation: 'update',
    when: "new.asked_at is not null and new.state = 'open'",
  },
  {
    at: 'the answer is read and is being logged',
    table: 'crm_interaction',
    operation: 'insert',
    when: "new.step_key like '%/logAnswer/%'",
  },
];

test.for(places)('a worker that is killed while $at leaves nothing out and does nothing twice', async (place) => {
  const point = await definePausePoint(stack.db, place);
  const worker = await spawnQuickWorker(stack);
  const hold = await point.hold();
  const run = await ask();
  const isLate = place.table === 'crm_interaction';
  const reply = async () => {
    const { messageId } = await answers.question(run.runId);
    return answers.receive({ from: run.customer.email, to: messageId, text: 'The blue one.' });
  };
  if (isLate) await reply();
  await hold.reached();
  await worker.kill();
  await hold.cutOff();
  const next = await spawnQuickWorker(stack);
  if (!isLate) await reply();
  await expectOneOfEach(run);
  await next.stop();
});

test('all of it agrees with what was written down, and every history replays', async () => {
  expect((await settle(stack)).violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThan(0);
});
