import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import { doubtWords } from '#contracts/payment-doubt.ts';
import { replayAll } from '#test/prove/replay-all.ts';
import { type Caller, callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';

let stack: Stack;
let people: People;
let reader: Caller;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'modelCall'], '1 second'),
      ...inEveryProcess(['durations', 'heartbeat'], '10 seconds'),
    ],
  });
  const [made, api] = await Promise.all([peopleOf(stack), spawnApi(stack)]);
  people = made;
  reader = callAs('ada', api.url);
});

afterAll(() => stack.close());

const unheard = [
  { mode: 'stall', doubt: 'timed-out', token: 'PP1' },
  { mode: 'hang-up', doubt: 'connection-lost', token: 'PP2' },
] as const;

test.for(unheard)(
  'a call whose answer nobody hears ($doubt) is told as perhaps paid, and counted wherever costs are',
  async ({ mode, doubt, token }) => {
    const faults = faultsOf(stack);
    const before = await countedOf();
    await faults.model([{ mode, times: 1 }]);
    const worker = await spawnQuickWorker(stack);
    const runId = await people.start('triage-enquiry', { ...enquiryAbout('spam', token) });
    expect(await people.outcome(runId)).toBe('spam');
    expect(await faults.calls(token)).toHaveLength(2);
    const { perhapsPaid, timeline } = await reader.run(runId);
    expect(perhapsPaid).toEqual([
      {
        call: expect.stringMatching(/^mdl_/),
        step: 'classify',
        model: 'rehearsal-1',
        at: expect.any(String),
        doubt,
        known: doubtWords[doubt],
      },
    ]);
    const told = timeline.filter(({ call }) => call === perhapsPaid[0]?.call);
    expect(told).toMatchObject([{ result: 'unknown', text: expect.stringContaining('perhaps paid for') }]);
    expect(await countedOf()).toEqual({ metric: before.metric + 1 });
    await worker.stop();
  },
);

test('what models cost names the calls that were perhaps paid besides', async () => {
  const response = await fetch(`${reader.url}/api/registry/models`, { headers: { authorization: 'Bearer dev-oz' } });
  const { items } = ModelFiguresAnswer.parse(await response.json());
  const spending = items.find(({ model }) => model === 'rehearsal-1')?.spending;
  expect(spending).toMatchObject({ today: { perhapsPaid: 2 }, month: { perhapsPaid: 2 } });
});

async function countedOf(): Promise<{ metric: number }> {
  const text = await (await fetch(`${reader.url}/metrics`, { headers: { authorization: 'Bearer dev-oz' } })).text();
  const [, counted = '0'] = /^baton_model_calls_perhaps_paid\{model="rehearsal-1"\} (\d+)$/m.exec(text) ?? [];
  return { metric: Number(counted) };
}

/** A provider that takes every question and answers none. */
async function openSilentProvider() {
  const asked: { key: string | undefined; closedAt: number | undefined }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const call: (typeof asked)[number] = { key: request.headers['idempotency-key'] as string, closedAt: undefined };
    asked.push(call);
    request.resume();
    response.once('close', () => {
      call.closedAt = Date.now();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.lifecycle.onClose('silent provider', () => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` };
}

test('a cancel breaks the call off at the provider at once, and the ledger tells it', async () => {
  const provider = await openSilentProvider();
  const slow = await openStack({ registry: inEveryProcess(['durations', 'modelCall'], '60 seconds') });
  try {
    const own = await peopleOf(slow);
    const worker = await spawnQuickWorker(slow, { settings: { REHEARSAL_BASE_URL: provider.url } });
    const runId = await own.start('triage-enquiry', { ...enquiryAbout('spam', 'PP3') });
    await eventually('the model to be asked', async () => provider.asked.length === 1);
    const cancelledAt = Date.now();
    await own.cancel(runId);
    const closedAt = await eventually('the connection to close', async () => provider.asked[0]?.closedAt);
    expect(closedAt - cancelledAt).toBeLessThan(3_000);
    expect(await own.outcome(runId)).toBe('cancelled');
    const doubtful = () => slow.database.direct.modelCall.findFirst({ where: { runId, doubt: 'cancelled' } });
    await eventually('the call to be told as broken off', doubtful);
    const { rows } = await slow.db.query("select body from ledger where run_id = $1 and kind = 'effect-unknown'", [
      runId,
    ]);
    expect(rows.map(({ body }) => JSON.parse(body).why)).toContain(doubtWords.cancelled);
    expect(provider.asked).toHaveLength(1);
    await worker.stop();
  } finally {
    await slow.close();
  }
});

test('a provider that knows a call again is told by the same name that it was asked before', async () => {
  const provider = await openSilentProvider();
  const knowing = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'modelCall'], '1 second'),
      { file: 'providers/rehearsal.yaml', path: ['idempotencyHeader'], value: 'Idempotency-Key' },
    ],
  });
  try {
    const own = await peopleOf(knowing);
    const worker = await spawnQuickWorker(knowing, { settings: { REHEARSAL_BASE_URL: provider.url } });
    const runId = await own.start('triage-enquiry', { ...enquiryAbout('spam', 'PP4') });
    await eventually('the model to be asked again', async () => provider.asked.length > 1);
    const first = await knowing.database.direct.modelCall.findFirstOrThrow({
      where: { runId },
      orderBy: { id: 'asc' },
    });
    expect(provider.asked.slice(0, 2).map(({ key }) => key)).toEqual([first.id, first.id]);
    await own.cancel(runId);
    await own.outcome(runId);
    await worker.stop();
  } finally {
    await knowing.close();
  }
});

test('every history replays', async () => {
  expect(await replayAll(stack)).toBeGreaterThan(0);
});
