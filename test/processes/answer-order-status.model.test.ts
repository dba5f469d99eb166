import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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
let faults: Faults;
const customers = sampleCustomers();

const fallback = {
  subject: 'Your question about your order',
  text: 'The registry says: one of us is looking into it.',
};

beforeAll(async () => {
  const file = 'processes/answer-order-status.yaml';
  stack = await openStack({
    registry: [
      { file, path: ['fallbackReply'], value: fallback },
      { file, path: ['durations', 'modelCall'], value: '1500 ms' },
      // The rehearsal model is surer than this where it has an order, and less where it has to ask.
      { file, path: ['prompts', 'draft-order-reply', 'minimumConfidence'], value: 0.9 },
    ],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
});

afterEach(() => faults.model({ mode: 'none' }));

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function ask() {
  const customer = customers.withOneOrder();
  return { customer, runId: await people.start('answer-order-status', questionOf(customer)) };
}

/** Approves what is shown and answers the text that the customer got. */
async function textSentFor(runId: string, address: string): Promise<string | undefined> {
  await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
  return (await people.messages()).find((message) => message.to.includes(address))?.text.trimEnd();
}

describe('a model that is sure, or is not', () => {
  test('a draft at the limit of confidence is shown as any reply', async () => {
    const { runId } = await ask();
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    expect((await traces.evidence(task)).draftedBy).toMatchObject({ model: 'rehearsal-1', confidence: 0.92 });
  });

  test('a draft under the limit goes to a person with the reason', async () => {
    const { email } = customers.withoutOrders();
    const runId = await people.start('answer-order-status', { from: email, subject: 'My order', text: 'Where is it?' });
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('clarification');
    const { reason, draftedBy } = await traces.evidence(task);
    expect(reason).toContain('the model is 85% sure; under 90% a person looks');
    expect(draftedBy).toMatchObject({ confidence: 0.85 });
  });
});

describe('a model that fails', () => {
  test('a model that is down for good leaves the text of the registry to a person, who edits it', async () => {
    await faults.model({ mode: 'error' });
    const { customer, runId } = await ask();
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('model-unavailable');
    expect(await traces.action(task)).toMatchObject(fallback);
    const evidence = await traces.evidence(task);
    expect(evidence.draftedBy).toBeUndefined();
    expect(evidence.reason).toContain('No model could draft: HTTP 500');
    await people.decide(task, 'ada', { decision: 'edit', content: { text: 'It comes tomorrow.' } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    const sent = (await people.messages()).filter((message) => message.to.includes(customer.email));
    expect(sent.map((message) => message.text.trimEnd())).toEqual(['It comes tomorrow.']);
    const calls = await faults.calls(customer.order.number);
    expect(calls).toHaveLength(3);
    expect(await traces.ledger(runId, 'effect-failed')).toHaveLength(3);
  });

  test('a model that comes back in time answers, and nobody notices', async () => {
    await faults.model({ mode: 'error', status: 503, times: 2 });
    const { customer, runId } = await ask();
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    expect((await traces.evidence(task)).reason).not.toContain('No model');
    expect(await textSentFor(runId, customer.email)).toContain(customer.order.number);
    expect((await faults.calls(customer.order.number)).map((call) => call.fault)).toEqual(['error', 'error', 'none']);
  });

  test('a model that asks for time is left alone for as long as it says', async () => {
    await faults.model({ mode: 'rate-limit', retryAfter: 1, times: 1 });
    const { customer, runId } = await ask();
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    const [first, second] = await timesOfCalls(customer.order.number);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('a model that rambles is told so once, and its second answer is used', async () => {
    await faults.model({ mode: 'ramble', times: 1 });
    const { customer, runId } = await ask();
    expect((await people.task(runId)).reasonCode).toBe('every-reply');
    const [draft] = (await traces.steps(runId)).filter((step) => step.name === 'draft');
    expect(draft?.record).toMatchObject({ repaired: true, result: 'answer' });
    const outcomes = (await traces.ledger(runId, 'effect-done')).filter((line) => line.body.effect === 'callModel');
    expect(outcomes.map((line) => line.body.result)).toEqual(['unusable', 'answer']);
    expect(await textSentFor(runId, customer.email)).toContain(customer.order.number);
  });

  test.for(['ramble', 'wrong-schema', 'cut-off'] as const)(
    'a model that will not keep to the form (%s) is not asked a third time',
    async (mode) => {
      await faults.model({ mode });
      const { runId } = await ask();
      const task = await people.task(runId);
      expect(task.reasonCode).toBe('model-unavailable');
      expect((await traces.evidence(task)).reason).toContain('gave no usable answer');
      expect(
        await traces
          .ledger(runId, 'effect-intended')
          .then((lines) => lines.filter((line) => line.body.effect === 'callModel')),
      ).toHaveLength(2);
    },
  );

  test('a model that refuses is not asked again, and a person writes', async () => {
    await faults.model({ mode: 'refuse' });
    const { customer, runId } = await ask();
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('model-unavailable');
    expect((await traces.evidence(task)).reason).toContain('I cannot help with that.');
    expect(await faults.calls(customer.order.number)).toHaveLength(1);
  });

  test('a call that never ends is given up after its time, and asked again', async () => {
    await faults.model({ mode: 'stall', times: 1 });
    const { customer, runId } = await ask();
    await eventually('the call that stalls', async () => (await faults.calls(customer.order.number)).length > 0);
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    expect((await faults.calls(customer.order.number)).map((call) => call.fault)).toEqual(['stall', 'none']);
  });
});

async function timesOfCalls(words: string): Promise<number[]> {
  const answer = await fetch(`${stack.modelUrl}/calls`);
  const calls = (await answer.json()) as { at: string; lastMessage: string }[];
  return calls.filter((call) => call.lastMessage.includes(words)).map((call) => Date.parse(call.at));
}
