import { afterAll, beforeAll, describe, test } from 'vitest';
import { issueRefund } from '#contracts/processes/issue-refund.ts';
import {
  alwaysOpen,
  byStripe,
  comesBack,
  type PaidOrder,
  paidOrder,
  takenByStripe,
  wishFor,
} from '#test/processes/refund-samples.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type FakeStripe, openFakeStripe } from '#test/world/stripe/index.ts';
import { type Recorder, recorderOf } from './recorder.ts';

let stack: Stack;
let people: People;
let recorder: Recorder;
let stripe: FakeStripe | undefined;

async function open(provider: 'own' | 'outside'): Promise<void> {
  const fake = provider === 'outside' ? await openFakeStripe() : undefined;
  stripe = fake;
  stack = await openStack({
    registry: [...alwaysOpen, ...(fake ? byStripe : [])],
    ...(fake
      ? { settings: () => ({ STRIPE_API_KEY: fake.apiKey, STRIPE_BASE_URL: `http://127.0.0.1:${fake.port}/v1` }) }
      : {}),
  });
  people = await peopleOf(stack);
  recorder = recorderOf(stack, people);
  await runWorker(stack);
}

async function close(): Promise<void> {
  await stack.close();
  await stripe?.close();
}

const start = (paid: PaidOrder, more: Record<string, unknown> = {}) =>
  people.start(issueRefund.name, wishFor(paid, more));

/** A wish for money back that the rules allow. */
async function owed(between: { from: number; to: number; pieces?: number }): Promise<PaidOrder> {
  const paid = paidOrder(between);
  await comesBack(stack, paid);
  return paid;
}

describe(`${issueRefund.name} in our own database`, () => {
  beforeAll(() => open('own'));
  afterAll(close);

  test('waits for approval, is approved', async () => {
    const runId = await start(await owed({ from: 6_000, to: 25_000 }));
    const task = await people.task(runId);
    await recorder.record('issue-refund.waits-for-approval', runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    await recorder.recordEnd('issue-refund.approved', runId, 'answered');
  });

  test('is paid with nobody asked, is told once a person has read it, then with nobody asked', async () => {
    const paid = await owed({ from: 500, to: 5_000, pieces: 2 });
    const first = await start(paid);
    await people.decide(await people.task(first), 'ada', { decision: 'approve' });
    await recorder.recordEnd('issue-refund.paid-and-read', first, 'answered');
    await comesBack(stack, paid);
    await recorder.recordEnd('issue-refund.paid-unasked', await start(paid), 'answered');
  });

  test('is lowered, waits for the second of two, is approved', async () => {
    const paid = await owed({ from: 50_001, to: 75_000 });
    const runId = await start(paid);
    const money = { amount: 52_000 > paid.item.unitPrice ? 50_001 : 52_000, currency: paid.order.currency };
    const first = await people.task(runId);
    await people.decide(first, 'lee', { decision: 'approve', fields: { refund: money } });
    await people.decide(first, 'ada', { decision: 'approve', fields: { refund: money } });
    const second = await people.task(runId);
    await people.decide(second, 'lee', { decision: 'approve' });
    await recorder.record('issue-refund.waits-for-second-approval', runId);
    await people.decide(second, 'ada', { decision: 'approve' });
    await recorder.recordEnd('issue-refund.lowered-and-approved', runId, 'answered');
  });

  test('is declined, is asked which order is meant, is taken over, is cancelled', async () => {
    const declined = await start(paidOrder({ from: 6_000, to: 25_000 }));
    await people.decide(await people.task(declined), 'ada', { decision: 'approve' });
    await recorder.recordEnd('issue-refund.declined', declined, 'answered');
    const unnamed = await start(paidOrder({ from: 6_000, to: 25_000 }), { orderNumber: 'AF-999999' });
    await people.decide(await people.task(unnamed), 'ada', { decision: 'take-over', comment: 'I call them' });
    await recorder.recordEnd('issue-refund.taken-over', unnamed, 'taken-over');
    const cancelled = await start(await owed({ from: 6_000, to: 25_000 }));
    await people.task(cancelled);
    await people.cancel(cancelled);
    await recorder.recordEnd('issue-refund.cancelled', cancelled, 'cancelled');
  });
});

describe(`${issueRefund.name} by a provider outside`, () => {
  beforeAll(() => open('outside'));
  afterAll(close);

  async function agreed(id: string, amount?: number): Promise<string> {
    const paid = await owed({ from: 6_000, to: 25_000 });
    if (stripe) await takenByStripe(stack, stripe, { paid, id, ...(amount === undefined ? {} : { amount }) });
    const runId = await start(paid);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    return runId;
  }

  test('is unknown and waits for whoever looks into it, is refused', async () => {
    stripe?.manners.next({ kind: 'error-before-write' });
    const unknown = await agreed('pi_unknown');
    const task = await people.task(unknown, 'own');
    await recorder.record('issue-refund.waits-while-unknown', unknown);
    await people.decide(task, /lee|oz/.exec(task.audience.join())?.[0] ?? '', { decision: 'approve' });
    await recorder.recordEnd('issue-refund.unknown', unknown, 'unconfirmed');
    const refused = await agreed('pi_little', 100);
    await people.decide(await people.task(refused, 'uncertain'), 'ada', { decision: 'approve' });
    await recorder.recordEnd('issue-refund.refused-by-provider', refused, 'answered');
  });
});
