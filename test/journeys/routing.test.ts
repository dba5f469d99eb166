import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { callAs } from '#test/stack/call-api.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { playedByRehearsal } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

/** Two providers: the first choice is at one of its own. */
const [first, second] = ['openai-gpt-5-4-mini', 'openai-gpt-5-5'] as const;
const here = { region: 'local', regionSource: 'this test' };

let firstProvider: Awaited<ReturnType<typeof startRehearsalModel>>;
let stack: Stack;
let people: People;
let traces: Traces;
let url: string;
let faults: Readonly<Record<'first' | 'second', Faults>>;
const customers = sampleCustomers();

beforeAll(async () => {
  firstProvider = await startRehearsalModel({ port: 0 });
  const egress = { scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback', methods: ['POST'] };
  stack = await openStack({
    registry: [
      { file: 'providers/openai.yaml', path: ['egress'], value: [{ ...egress, paths: ['/v1/chat/completions'] }] },
      ...['classify', 'draft'].map((profile) => {
        return { file: 'profiles.yaml', path: [profile, 'candidates'], value: [first, second] };
      }),
      ...playedByRehearsal(first, here).filter(({ path }) => path[0] !== 'provider'),
      ...playedByRehearsal(second, here),
      ...[first, second].map((name) => {
        const value = { failures: 4, within: '10 seconds', opensFor: '1 second' };
        return { file: `models/${name}.yaml`, path: ['breaker'], value };
      }),
    ],
    settings: () => ({ OPENAI_API_KEY: 'sk-of-a-test', OPENAI_BASE_URL: `http://127.0.0.1:${firstProvider.port}/v1` }),
  });
  stack.lifecycle.onClose('first provider', () => firstProvider.close());
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = {
    first: faultsOf({ ...stack, modelUrl: `http://127.0.0.1:${firstProvider.port}` }),
    second: faultsOf(stack),
  };
  ({ url } = await spawnApi(stack));
  await runWorker(stack);
});
afterEach(async () => {
  for (const each of Object.values(faults)) await each.model({ mode: 'none' });
  await stack.db.query('truncate model_breaker');
});
afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function timelineOf(runId: string) {
  const { timeline } = await callAs('sam', url).run(runId);
  return timeline.filter(({ kind }) => kind === 'model-call');
}

function start() {
  return people.start('answer-order-status', questionOf(customers.withOneOrder()));
}

describe('a provider that is too busy, and then breaks down', () => {
  test('is waited for as long as it says, and the next one answers; the story tells each attempt', async () => {
    await faults.first.model({ mode: 'rate-limit', retryAfter: 1, times: 1 });
    const runId = await start();
    await eventually('the first call', async () => (await faults.first.calls()).length > 0);
    await faults.first.model({ mode: 'error' });
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    expect((await traces.evidence(task)).draftedBy).toMatchObject({ model: second });

    const [busy, broken, answered, ...more] = await timelineOf(runId);
    expect(more).toEqual([]);
    expect(busy).toMatchObject({
      result: 'failed',
      failedCall: { model: first, failure: 'rate-limited', retryAfterMs: 1_000, repaired: false, isProbe: false },
    });
    expect(broken).toMatchObject({
      result: 'failed',
      attempt: 2,
      failedCall: { model: first, failure: 'overloaded', isProbe: true, latencyMs: expect.any(Number) },
    });
    expect(answered).toMatchObject({ result: 'done', attempt: 3, modelCall: { model: second, result: 'answer' } });
    const tookMs = Date.parse(answered?.at ?? '') - Date.parse(busy?.at ?? '');
    expect(tookMs).toBeGreaterThanOrEqual(1_000);
    expect(tookMs).toBeLessThan(2_000);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('is not waited for where it says to come again late, and is passed over until then', async () => {
    await faults.first.model({ mode: 'rate-limit', retryAfter: 30, times: 1 });
    await people.task(await start());
    const calls = (await faults.first.calls()).length;
    const runId = await start();
    await people.task(runId);
    expect(await faults.first.calls()).toHaveLength(calls);
    const [answered, ...more] = await timelineOf(runId);
    expect(more).toEqual([]);
    expect(answered).toMatchObject({
      modelCall: { model: second },
      passedOver: [{ model: first, why: 'HTTP 429', isProbed: false }],
      text: expect.stringMatching(
        new RegExp(
          `^The model ${first} was passed over: its calls fail since .* \\(HTTP 429\\), and it is tried again after .*\\.`,
        ),
      ),
    });
  });
});

describe('where no provider answers', () => {
  test('a person is asked, told which failed and how, answers by hand, and the run ends well', async () => {
    await faults.first.model({ mode: 'error' });
    await faults.second.model({ mode: 'error', status: 503 });
    const customer = customers.withOneOrder();
    const runId = await people.start('answer-order-status', questionOf(customer));
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('model-unavailable');
    const { reason } = await traces.evidence(task);
    expect(reason).toContain(`No model could draft: ${first}: HTTP 500; ${second}: HTTP 503`);
    const text = 'Your lamp is with the carrier, and comes on Thursday.';
    await people.decide(task, 'ada', { decision: 'edit', content: { text } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    const sent = (await people.messages()).filter(({ to }) => to.includes(customer.email));
    expect(sent.map((message) => message.text.trimEnd())).toEqual([text]);
    expect(await timelineOf(runId)).toHaveLength(6);
  });

  test('runs that come later call nobody in vain, and end well by themselves once one answers again', async () => {
    await faults.first.model({ mode: 'error' });
    await faults.second.model({ mode: 'error' });
    await people.task(await start());
    await people.task(await start());
    await eventually('both to be left alone', async () => {
      const { rows } = await stack.db.query('select 1 from model_breaker where failures >= 4');
      return rows.length === 2;
    });
    // As long as it takes a busy machine to come to the call.
    await stack.db.query(`update model_breaker set last_at = now() + interval '5 seconds'`);
    const calls = (await faults.second.calls()).length;
    const runId = await start();
    await eventually(
      'the run to be told of',
      async () => (await traces.ledger(runId, 'models-passed-over')).length > 0,
    );
    expect(await faults.second.calls()).toHaveLength(calls);
    await faults.second.model({ mode: 'none' });
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });
});
