import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { type KeyGate, openKeyGate } from '#test/stack/key-gate.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess, playedByRehearsal } from '#test/stack/registry-copy.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

const only = 'openai-gpt-5-4-mini';
const keys = { old: 'sk-of-yesterday', next: 'sk-of-today' };
const customers = sampleCustomers();

let gate: KeyGate;
let stack: Stack;
let people: People;
let traces: Traces;

beforeAll(async () => {
  const egress = { scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback', methods: ['POST'] };
  stack = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'modelCall'], '20 seconds'),
      // Until the worker with the next key is up, however busy the machine is.
      ...inEveryProcess(['limits', 'modelAttempts'], 40),
      ...inEveryProcess(['durations', 'retryLongest'], '1 second'),
      { file: 'providers/openai.yaml', path: ['egress'], value: [{ ...egress, paths: ['/v1/chat/completions'] }] },
      { file: 'profiles.yaml', path: ['draft', 'candidates'], value: [only] },
      { file: 'profiles.yaml', path: ['classify', 'candidates'], value: [only] },
      ...playedByRehearsal(only, { region: 'local', regionSource: 'this test' }).filter(
        ({ path }) => path[0] !== 'provider',
      ),
      {
        file: `models/${only}.yaml`,
        path: ['breaker'],
        value: { failures: 5, within: '10 seconds', opensFor: '2 seconds' },
      },
    ],
    // The API accepts runs by what it reaches: the worker alone calls.
    settings: () => ({ OPENAI_API_KEY: keys.old, OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }),
  });
  gate = await openKeyGate(stack.modelUrl, keys.old);
  stack.lifecycle.onClose('key gate', () => gate.close());
  people = await peopleOf(stack);
  traces = tracesOf(stack);
});
afterAll(() => stack.close());

function workerWith(key: string) {
  return spawnQuickWorker(stack, { settings: { OPENAI_API_KEY: key, OPENAI_BASE_URL: `${gate.url}/v1` } });
}

async function startRuns(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, () => people.start('answer-order-status', questionOf(customers.withOneOrder()))),
  );
}

test('a key that is changed while calls are in flight loses no call, no run and no answer', async () => {
  const faults = faultsOf(stack);
  const before = await workerWith(keys.old);
  await faults.model({ mode: 'stall' });
  const inFlight = await startRuns(3);
  await eventually('three calls in flight', async () => (await faults.calls()).length === 3);

  gate.takes(keys.next);
  const turnedAway = await startRuns(3);
  await eventually('the old key to be refused', async () => gate.refused() > 0);
  const after = await workerWith(keys.next);
  const stopping = before.stop();
  await faults.model({ mode: 'none' });
  expect(await stopping).toBe(0);
  const later = await startRuns(2);

  for (const runId of [...inFlight, ...turnedAway, ...later]) {
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect((await traces.ledger(runId, 'effect-done')).filter(({ body }) => body.effect === 'callModel')).toHaveLength(
      1,
    );
  }
  const refused = await Promise.all(turnedAway.map((runId) => traces.ledger(runId, 'effect-failed')));
  expect(refused.flat().map(({ body }) => body.record)).toEqual(
    expect.arrayContaining([expect.objectContaining({ failure: 'key-refused' })]),
  );
  await replayAll(stack);
  await after.stop();
});
