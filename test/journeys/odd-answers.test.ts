import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { callAs } from '#test/stack/call-api.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { playedByRehearsal } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { completionOf, type OddAnswer, startOddProvider } from './odd-provider.ts';

/** The first choice answers oddly; the second is the rehearsal model. */
const [first, second] = ['openai-gpt-5-4-mini', 'openai-gpt-5-5'] as const;
const here = { region: 'local', regionSource: 'this test' };
const price = { currency: 'USD', input: 2_000_000, output: 8_000_000, source: 'a contract', asOf: '2026-11-20' };
const reply = { subject: 'Re: Your order', text: 'It is with the carrier.', confidence: 0.9 };

let provider: Awaited<ReturnType<typeof startOddProvider>>;
let stack: Stack;
let people: People;
let traces: Traces;
let url: string;
const customers = sampleCustomers();

beforeAll(async () => {
  provider = await startOddProvider();
  const egress = { scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback', methods: ['POST'] };
  stack = await openStack({
    registry: [
      { file: 'providers/openai.yaml', path: ['egress'], value: [{ ...egress, paths: ['/v1/chat/completions'] }] },
      ...['classify', 'draft'].map((profile) => {
        return { file: 'profiles.yaml', path: [profile, 'candidates'], value: [first, second] };
      }),
      ...playedByRehearsal(first, here).filter(({ path }) => path[0] !== 'provider'),
      { file: `models/${first}.yaml`, path: ['price'], value: price },
      ...playedByRehearsal(second, here),
    ],
    settings: () => ({ OPENAI_API_KEY: 'sk-of-a-test', OPENAI_BASE_URL: provider.baseUrl }),
  });
  stack.lifecycle.onClose('odd provider', () => provider.close());
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  ({ url } = await spawnApi(stack));
  await runWorker(stack);
});
afterEach(async () => {
  await faultsOf(stack).model({ mode: 'none' });
  await stack.db.query('truncate model_breaker');
});
afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

/** Starts a run whose first choice answers so, and waits until a person is asked. */
async function askedWith(answer: OddAnswer, process = 'answer-order-status') {
  provider.answer(answer);
  const runId = await people.start(process, questionOf(customers.withOneOrder()));
  const task = await people.task(runId);
  const { timeline } = await callAs('sam', url).run(task.runId);
  const calls = timeline.filter(({ kind }) => kind === 'model-call');
  return { task, calls, evidence: await traces.evidence(task) };
}

const half = '\ud83d';
const unusable = [
  { what: 'three megabytes of words', text: 'well '.repeat(600_000) },
  { what: 'a field with a name of three megabytes', text: JSON.stringify({ ...reply, ['k'.repeat(3_000_000)]: 1 }) },
  { what: 'a field whose name nobody can keep', text: JSON.stringify({ ...reply, [`a\0${half}`]: 1 }) },
  { what: 'a text with half of a character', text: JSON.stringify({ ...reply, text: `Well ${half}` }) },
];

describe.each(unusable)('an answer of $what', ({ text }) => {
  test('is asked for once more, at the price of a short one, and then the next model answers', async () => {
    const { calls, evidence } = await askedWith({ body: completionOf(text) });
    expect(calls.map(({ modelCall }) => [modelCall?.model, modelCall?.repaired])).toEqual([
      [first, false],
      [first, true],
      [second, false],
    ]);
    expect(evidence.draftedBy).toMatchObject({ model: second });
  });

  test('is told of in few words where no other model answers either', async () => {
    await faultsOf(stack).model({ mode: 'ramble' });
    const { task, evidence } = await askedWith({ body: completionOf(text) });
    expect(task.reasonCode).toBe('model-unavailable');
    expect(evidence.reason).toContain(`${first} gave no usable answer`);
    expect(evidence.reason.length).toBeLessThan(3_000);
  });
});

describe('what an answer took, where its provider', () => {
  test.for([
    { says: 'says nothing of it', usage: null },
    { says: 'takes some away', usage: { prompt_tokens: -1_000_000, completion_tokens: -5 } },
    { says: 'says more than can be', usage: { prompt_tokens: Number.MAX_SAFE_INTEGER, completion_tokens: 1 } },
    { says: 'says a half', usage: { prompt_tokens: 1.5, completion_tokens: 'two' } },
  ])('$says, is unknown and not free: its budgets count what was reserved', async ({ usage }) => {
    await stack.db.query('delete from budget_window');
    const { calls, evidence } = await askedWith({ body: completionOf(reply, { usage }) });
    expect(provider.calls()).toBe(1);
    expect(evidence.draftedBy).toMatchObject({ model: first });
    expect(calls.map(({ modelCall }) => modelCall?.cost)).toEqual([{ kind: 'unknown' }]);
    expect(calls[0]?.text).toContain('cost unknown');
    const { rows } = await stack.db.query(
      `select used_tokens::int as tokens, used_micros::int as micros from budget_window where key like 'day/%'`,
    );
    expect(rows[0].tokens).toBeGreaterThan(16_000);
    expect(rows[0].micros).toBeGreaterThan(16_000 * 8);
  });
});

test.each([`rehearsal-1${half}`, 'v'.repeat(3_000_000), 'rehearsal-1\nof today'])(
  'an answer by what has no name that can be kept is not used, and the next model is asked',
  async (model) => {
    const { calls, evidence } = await askedWith({ body: completionOf(reply, { model }) });
    expect(calls.map(({ result, failedCall }) => [result, failedCall?.failure])).toEqual([
      ['unknown', 'wrong-type'],
      ['done', undefined],
    ]);
    expect(evidence.draftedBy).toMatchObject({ model: second });
  },
);

test.each([`I will not.\0${half}`, `${'No! '.repeat(249)}No!🙂 Never.`])(
  'a refusal in words that nobody can keep leads to a person all the same',
  async (refusal) => {
    const message = { role: 'assistant', content: null, refusal };
    const { task, evidence } = await askedWith({ body: completionOf('', { message }) });
    expect(task.reasonCode).toBe('model-unavailable');
    expect(evidence.reason).toContain('No model could draft: ');
    expect(provider.calls()).toBe(1);
  },
);

test.each(['orderNumber', 'reason'])(
  'a classification whose %s nobody can keep is asked for once more, and then of the next model',
  async (field) => {
    const sorted = { category: 'order-status', urgency: 'low', sentiment: 'neutral', confidence: 0.95, language: 'en' };
    const body = completionOf({ ...sorted, reason: 'she asks', orderNumber: null, [field]: `AF\0${half}` });
    provider.answer({ body });
    const runId = await people.start('triage-enquiry', questionOf(customers.withOneOrder()));
    await people.task(runId);
    const { timeline } = await callAs('sam', url).run(runId);
    expect(timeline.flatMap(({ modelCall }) => modelCall?.model ?? [])).toEqual([first, first, second]);
  },
);

test('a provider that is too busy until a moment of the day is waited for until then', async () => {
  const moment = new Date(Date.now() + 3_000).toUTCString();
  const { calls } = await askedWith({ body: '{}', status: 429, headers: { 'retry-after': moment } });
  expect(calls[0]?.failedCall?.retryAfterMs).toBeGreaterThan(500);
  expect(calls[0]?.failedCall?.retryAfterMs).toBeLessThanOrEqual(3_000);
});
