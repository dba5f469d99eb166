import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf } from '#governance/digest.ts';
import { failureConverterPath } from '#platform/codec/data-converter.ts';
import { insertOutsideEffect } from '#store/outside-effects.ts';
import { writeTogether } from '#store/write-together.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack, type StackOptions } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess, type RegistryEdit } from '#test/stack/registry-copy.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { tracesOf } from '#test/stack/traces.ts';
import { type FakeStripe, openFakeStripe } from '#test/world/stripe/index.ts';
import type { WantedRefund } from './refund-workflows.ts';

let code: string;

beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('refund-workflows.ts', import.meta.url));
  ({ code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('WARN') }));
}, 60_000);

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** The processes of these tests may pay back, and wait for a provider no longer than a test can. */
const mayPayBack: readonly RegistryEdit[] = [
  ...inEveryProcess(['tools'], ['refund-payment', 'write-interaction']),
  ...inEveryProcess(['durations', 'send'], '400 ms'),
  ...inEveryProcess(['limits', 'sendAttempts'], 3),
];

interface Ground {
  stack: Stack;
  people: People;
}

async function openGround(options: StackOptions): Promise<Ground> {
  const stack = await openStack(options);
  return { stack, people: await peopleOf(stack) };
}

/** Starts a run that asks for a refund; how it came out, as the ledger tells it. */
function refundsIn({ stack, people }: Ground) {
  const effects = async (runId: string) => {
    const lines = (await tracesOf(stack).ledger(runId)).filter(({ kind }) => kind.startsWith('effect-'));
    return lines.map(({ kind, body }) => [kind, body.result ?? body.why ?? body.effect]);
  };
  const ask = (wanted: WantedRefund, process = 'answer-order-status') =>
    people.start(process, { ...enquiryAbout('order-status', `RF${wanted.payment}`), text: JSON.stringify(wanted) });
  return { ask, effects };
}

describe('by our own database', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await openGround({ registry: mayPayBack });
    await runWorker(ground.stack, { change: () => code });
  }, 60_000);
  afterAll(() => ground.stack.close());

  const refundedOf = async (reference: string) => {
    const { rows } = await ground.stack.db.query('select refunded from payment where reference = $1', [reference]);
    return rows[0]?.refunded;
  };

  test('what was paid goes back in part, is written with the record of its step, and no event of Temporal more', async () => {
    const { ask, effects } = refundsIn(ground);
    const runId = await ask({ payment: 'PAY-101492', money: eur(1_000) });
    expect(await ground.people.outcome(runId)).toBe('answered');
    expect(await refundedOf('PAY-101492')).toBe(1_000);
    expect(await effects(runId)).toEqual([
      ['effect-intended', 'useTool'],
      ['effect-done', 'refunded'],
    ]);
    const { events } = await ground.stack.temporal.workflow.getHandle(runId).fetchHistory();
    expect(events?.filter(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled)).toEqual([]);
  });

  test('more than was paid does not, nor in another currency, and the ledger says why', async () => {
    const { ask, effects } = refundsIn(ground);
    const runId = await ask({ payment: 'PAY-101492', money: { amount: 1_000, currency: 'GBP' } });
    expect(await ground.people.outcome(runId)).toBe('rejected');
    expect(await effects(runId)).toContainEqual(['effect-failed', 'other-currency']);
    expect(await refundedOf('PAY-101492')).toBe(1_000);
  });

  test('more than 50.00 goes back on a word for exactly that amount, and on no other', async () => {
    const { ask, effects } = refundsIn(ground);
    const over = 'over-limit-on-a-persons-word';
    const alone = await ask({ payment: 'PAY-101481', money: eur(5_001) });
    expect(await ground.people.outcome(alone)).toBe('blocked');
    expect(await effects(alone)).toEqual([['effect-refused', `use-tool/${over}`]]);
    const wanted = { payment: 'PAY-101481', money: eur(6_000) };
    const runs = { exact: await ask(wanted, 'triage-enquiry'), less: await ask(wanted, 'triage-enquiry') };
    await ground.people.decide(await ground.people.task(runs.exact), 'ada', {
      decision: 'approve',
      fields: { refund: eur(6_000) },
    });
    await ground.people.decide(await ground.people.task(runs.less), 'ada', {
      decision: 'approve',
      fields: { refund: eur(5_999) },
    });
    expect(await ground.people.outcome(runs.exact)).toBe('answered');
    expect(await ground.people.outcome(runs.less)).toBe('blocked');
    expect(await refundedOf('PAY-101481')).toBe(6_000);
  });
});

describe('by a provider outside', () => {
  let ground: Ground;
  let stripe: FakeStripe;

  beforeAll(async () => {
    stripe = await openFakeStripe();
    const file = 'connectors/stripe.yaml';
    const here = { scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback' };
    ground = await openGround({
      registry: [
        ...mayPayBack,
        { file: 'tools/refund-payment.yaml', path: ['connector'], value: 'stripe' },
        { file, path: ['region'], value: 'eu' },
        { file, path: ['regionSource'], value: 'a test' },
        ...[0, 1].flatMap((line) =>
          Object.entries(here).map(([name, value]) => ({ file, path: ['egress', line, name], value })),
        ),
      ],
      settings: () => ({ STRIPE_API_KEY: stripe.apiKey, STRIPE_BASE_URL: `http://127.0.0.1:${stripe.port}/v1` }),
    });
  }, 60_000);
  afterAll(async () => {
    await ground.stack.close();
    await stripe.close();
  });

  const taken = (id: string) => {
    stripe.payments.take({ id, amount: 10_000, currency: 'eur' });
    return { payment: id, money: eur(2_500) };
  };

  test('what was asked for as the worker died is found by its key, and not paid back again', async () => {
    const { ask, effects } = refundsIn(ground);
    const wanted = taken('pi_died');
    const runId = await ask(wanted);
    const id = `${runId}/refundPayment/1`;
    const row = { id, runId, connector: 'stripe', key: id, digest: digestOf({ connector: 'stripe', ...wanted }) };
    await writeTogether(ground.stack.database.direct, { claim: insertOutsideEffect(row), writes: [] });
    const form = { payment_intent: wanted.payment, amount: '2500', 'metadata[baton_key]': id };
    await fetch(`http://127.0.0.1:${stripe.port}/v1/refunds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stripe.apiKey}` },
      body: new URLSearchParams(form),
    });
    await runWorker(ground.stack, { change: () => code });
    expect(await ground.people.outcome(runId)).toBe('answered');
    expect(stripe.payments.refundsOf(wanted.payment)).toEqual([2_500]);
    expect(await effects(runId)).toEqual([
      ['effect-intended', 'useTool'],
      ['effect-done', 'refunded'],
    ]);
  });

  test('what was answered too late is unknown, then found, and paid back once', async () => {
    const { ask, effects } = refundsIn(ground);
    const wanted = taken('pi_slow');
    stripe.manners.next({ kind: 'slow', ms: 5_000 });
    const runId = await ask(wanted);
    expect(await ground.people.outcome(runId)).toBe('answered');
    expect(stripe.payments.refundsOf(wanted.payment)).toEqual([2_500]);
    expect(await effects(runId)).toEqual([
      ['effect-intended', 'useTool'],
      ['effect-unknown', 'no answer in time'],
      ['effect-intended', 'useTool'],
      ['effect-done', 'refunded'],
    ]);
  });

  test('what a provider has no time for waits as long as it says', async () => {
    const { ask, effects } = refundsIn(ground);
    const wanted = taken('pi_busy');
    stripe.manners.next({ kind: 'rate-limited', retryAfter: 1 });
    const startedAt = Date.now();
    const runId = await ask(wanted);
    expect(await ground.people.outcome(runId)).toBe('answered');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
    expect(await effects(runId)).toContainEqual(['effect-failed', 'HTTP 429 rate_limit']);
  });

  test('what stays unknown is told as unknown; tried again by an operator, it goes under the same key', async () => {
    const { ask, effects } = refundsIn(ground);
    const wanted = taken('pi_unsure');
    stripe.manners.next({ kind: 'error-before-write' });
    const runId = await ask(wanted);
    expect(await ground.people.outcome(runId)).toBe('unconfirmed');
    expect((await effects(runId)).filter(([kind]) => kind === 'effect-unknown')).toHaveLength(3);
    expect(stripe.payments.refundsOf(wanted.payment)).toEqual([]);
    stripe.forgetKeys();
    await ground.people.retry(runId, 'refundPayment');
    expect(await ground.people.outcome(runId)).toBe('answered');
    await ground.people.retry(runId, 'refundPayment');
    expect(await ground.people.outcome(runId)).toBe('answered');
    expect(stripe.payments.refundsOf(wanted.payment)).toEqual([2_500]);
    expect((await effects(runId)).filter(([kind]) => kind === 'effect-done')).toHaveLength(1);
  });
});
