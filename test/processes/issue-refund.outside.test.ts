import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type FakeStripe, openFakeStripe } from '#test/world/stripe/index.ts';
import { alwaysOpen, byStripe, comesBack, paidOrder, takenByStripe, wishFor } from './refund-samples.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let stripe: FakeStripe;

beforeAll(async () => {
  stripe = await openFakeStripe();
  stack = await openStack({
    registry: [...alwaysOpen, ...byStripe],
    settings: () => ({ STRIPE_API_KEY: stripe.apiKey, STRIPE_BASE_URL: `http://127.0.0.1:${stripe.port}/v1` }),
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
  await stripe.close();
});

/** A run whose refund somebody agreed to. */
async function agreed(id: string, amount?: number) {
  const paid = paidOrder({ from: 6_000, to: 25_000 });
  await takenByStripe(stack, stripe, { paid, id, ...(amount === undefined ? {} : { amount }) });
  await comesBack(stack, paid);
  const runId = await people.start('issue-refund', wishFor(paid));
  const task = await people.task(runId);
  await people.decide(task, 'ada', { decision: 'approve' });
  return { paid, runId };
}

const replies = async (runId: string) => (await traces.replies(runId)).map(({ state }) => state);

test('what is agreed to is paid back by the provider, and then told', async () => {
  const { paid, runId } = await agreed('pi_story');
  expect(await people.outcome(runId)).toBe('answered');
  expect(stripe.payments.refundsOf('pi_story')).toEqual([paid.item.unitPrice]);
  expect(await replies(runId)).toEqual(['sent']);
});

test('what was paid and answered too late is found, told once, and paid once', async () => {
  stripe.manners.next({ kind: 'slow', ms: 5_000 });
  const { paid, runId } = await agreed('pi_late');
  expect(await people.outcome(runId)).toBe('answered');
  expect(stripe.payments.refundsOf('pi_late')).toEqual([paid.item.unitPrice]);
  expect(await replies(runId)).toEqual(['sent']);
});

test('what nobody knows is told to nobody: a named person looks into it, and says what they found', async () => {
  stripe.manners.next({ kind: 'error-before-write' });
  const { runId } = await agreed('pi_unknown');
  const task = await people.task(runId, 'own');
  expect((await traces.evidence(task)).reason).toContain('nobody knows whether it was done');
  expect(await replies(runId)).toEqual([]);
  const owner = /lee|oz/.exec(task.audience.join())?.[0] ?? '';
  await people.decide(task, owner, { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('unconfirmed');
  expect(await replies(runId)).toEqual([]);
  expect(stripe.payments.refundsOf('pi_unknown')).toEqual([]);
});

test('what the provider refuses is not told as paid: a person sees why', async () => {
  const { runId } = await agreed('pi_little', 100);
  const task = await people.task(runId, 'uncertain');
  expect((await traces.evidence(task)).reason).toContain('was to be paid back, and was not');
  expect((await traces.action(task)).refund).toBeUndefined();
  expect(stripe.payments.refundsOf('pi_little')).toEqual([]);
  expect(await replies(runId)).toEqual([]);
});
