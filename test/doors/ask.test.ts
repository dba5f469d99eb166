import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AskAnswer } from '#contracts/http/ask.ts';
import { Problem } from '#contracts/http/problem.ts';
import { RunDetail, RunList } from '#contracts/http/run.ts';
import { createReconciler } from '#governance/reconciler/index.ts';
import { createCloseWithin } from '#governance/runs/close.ts';
import { createLog } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { switchesOf } from '#test/stack/switches.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'processes/ask-model.yaml', path: ['durations', 'modelCall'], value: '3 seconds' },
      // However often it fails here, it is asked.
      { file: 'models/rehearsal-1.yaml', path: ['breaker', 'failures'], value: 100 },
    ],
  });
  door = await openDoor(stack);
});
afterEach(() => faultsOf(stack).model({ mode: 'none' }));
afterAll(() => stack.close());

const letter =
  'Hello, the mirror arrived broken. Please send the new mirror before 20 June. Write to mara@customer.example.';

function question(token: string, more: object = {}) {
  const input = {
    facts: { wish: 'When does the customer want the new mirror?' },
    text: `${letter} Reference ${token}.`,
  };
  return { prompt: 'answer-from-text', input, ...more };
}

async function asked(token: string, { as = 'sam', key, ...more }: { as?: string; key?: string; about?: object } = {}) {
  const response = await door.send('/api/ask', question(token, more), as, key ? { 'idempotency-key': key } : {});
  expect(response.status).toBe(200);
  return { response, answer: AskAnswer.parse(await response.json()) };
}

async function runOf(id: string): Promise<RunDetail> {
  return RunDetail.parse(await (await door.ask(`/api/runs/${id}`, { as: 'sam' })).json());
}

describe('a question that is put to a model directly', () => {
  test('is answered at once, by a model that says what it is, and kept like a run', async () => {
    const { response, answer } = await asked('DA1');
    expect(answer).toMatchObject({ kind: 'answer', by: { model: 'rehearsal-1', rehearsal: true } });
    expect(answer).toMatchObject({ answer: { text: expect.stringContaining('20 June') } });
    expect(response.headers.get('location')).toBe(`/api/runs/${answer.ask}`);
    const { run, timeline, mayOperate } = await runOf(answer.ask);
    expect(run).toMatchObject({
      process: 'ask-model',
      status: 'closed',
      outcome: 'asked',
      trigger: 'ask',
      startedBy: 'sam',
    });
    expect(timeline.map(({ kind }) => kind)).toEqual(['accepted', 'model-call', 'closed']);
    expect(mayOperate).toBe(false);
    expect(await stack.database.direct.dispatch.count({ where: { runId: answer.ask } })).toBe(0);
  });

  test('is found again by its words and by whom it is about, under whose key it is kept', async () => {
    const { answer } = await asked('DA2', { about: { email: 'Mara@customer.example', name: 'Mara' } });
    for (const query of ['q=DA2', 'subject=mara@customer.example']) {
      const found = RunList.parse(await (await door.ask(`/api/runs?${query}`, { as: 'sam' })).json());
      expect(found.items.map(({ id }) => id)).toContain(answer.ask);
    }
    const own = await asked('DA2b');
    const { run } = stack.database.direct;
    const [theirs, sams] = await Promise.all(
      [answer.ask, own.answer.ask].map((id) => run.findUniqueOrThrow({ where: { id } })),
    );
    expect(theirs?.subjectId).not.toBe(sams?.subjectId);
  });

  test('leaves without personal data, which its answer has again', async () => {
    const wish = 'Where shall we write to?';
    const input = { facts: { wish }, text: `Please write to mara@customer.example about DA3.` };
    const response = await door.send('/api/ask', { prompt: 'answer-from-text', input }, 'sam');
    const answer = AskAnswer.parse(await response.json());
    expect(JSON.stringify(await faultsOf(stack).calls('DA3'))).not.toContain('mara@customer.example');
    expect(answer).toMatchObject({ answer: { text: expect.stringContaining('mara@customer.example') } });
  });

  test('is answered with doubt where the text does not say it', async () => {
    const input = {
      facts: { wish: 'What is the weight of the wardrobe?' },
      text: 'The lamp is blue and we like it. DA4',
    };
    const response = await door.send('/api/ask', { prompt: 'answer-from-text', input }, 'sam');
    expect(await response.json()).toMatchObject({ kind: 'unsure', reason: expect.stringContaining('% sure') });
  });

  test('is asked once under one key, and refused under it with another body', async () => {
    const first = await asked('DA5', { key: 'once' });
    const second = await asked('DA5', { key: 'once' });
    expect(second.answer).toEqual(first.answer);
    expect(await faultsOf(stack).calls('DA5')).toHaveLength(1);
    const other = await door.send('/api/ask', question('DA5b'), 'sam', { 'idempotency-key': 'once' });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('is for those who work with customers, as policy says; a refusal is written down', async () => {
    expect((await asked('DA6', { as: 'ada' })).answer.kind).toBe('answer');
    const refused = await door.send('/api/ask', question('DA6b'), 'oz');
    expect(refused.status).toBe(403);
    expect(await faultsOf(stack).calls('DA6b')).toEqual([]);
    const { rows } = await stack.db.query(
      "select actor from ledger where kind = 'request-refused' and body like '%ask-model%'",
    );
    expect(rows).toEqual([{ actor: 'oz' }]);
  });

  test('is no process that can be started, and no run that can be operated', async () => {
    expect((await door.send('/api/processes/ask-model/runs', { input: question('DA7') }, 'sam')).status).toBe(404);
    const { answer } = await asked('DA7');
    for (const verb of ['cancel', 'retry']) {
      const response = await door.send(`/api/runs/${answer.ask}/${verb}`, { reason: 'a test' }, 'oz');
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('direct question') });
    }
  });

  const wrong = [
    [{ prompt: 'draft-reply', input: {} }, '/prompt'],
    [{ prompt: 'answer-from-text', input: { facts: {}, text: 'x' } }, '/input/facts/wish'],
    [{ prompt: 'answer-from-text', input: { facts: { wish: 'x' }, text: 'x', more: 1 } }, '/input/more'],
  ] as const;
  test.each(wrong)('is refused with the place of the mistake: %j', async (body, pointer) => {
    const response = await door.send('/api/ask', body, 'sam');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ places: [{ pointer }] });
  });
});

describe('where no model answers, whoever waits is told at once', () => {
  test('that somebody switched it off', async () => {
    const switches = switchesOf(stack);
    const id = await switches.pull({ kind: 'model', name: 'rehearsal-1' });
    const response = await door.send('/api/ask', question('DB1'), 'sam');
    expect(response.status).toBe(503);
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ code: 'switched-off', detail: expect.stringContaining('rehearsal-1') });
    expect((await runOf(String(problem.facts.ask))).run).toMatchObject({ outcome: 'blocked' });
    await switches.lift(id);
  });

  test('that what they may use in a day is used up', async () => {
    await asked('DB4');
    const spend = (tokens: string) =>
      stack.db.query(`update budget_window set used_tokens = ${tokens} where budget = 'caller-day'`);
    await spend('most_tokens - reserved_tokens');
    const response = await door.send('/api/ask', question('DB5'), 'sam');
    expect(response.status).toBe(429);
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ code: 'budget-spent', detail: expect.stringContaining('caller-day') });
    expect((await runOf(String(problem.facts.ask))).run).toMatchObject({ outcome: 'blocked' });
    await spend('0');
    await asked('DB6');
  });

  test('that none can', async () => {
    await faultsOf(stack).model({ mode: 'error' });
    const response = await door.send('/api/ask', question('DB2'), 'sam', { 'idempotency-key': 'none' });
    expect(response.status).toBe(503);
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ code: 'model-unavailable' });
    expect((await runOf(String(problem.facts.ask))).run).toMatchObject({ outcome: 'failed' });
    const again = await door.send('/api/ask', question('DB2'), 'sam', { 'idempotency-key': 'none' });
    expect(again.status).toBe(409);
  });

  test('that the time for it is over, with a call that was perhaps paid', async () => {
    await faultsOf(stack).model({ mode: 'stall' });
    const begun = Date.now();
    const response = await door.send('/api/ask', question('DB3'), 'sam');
    expect(response.status).toBe(503);
    expect(Date.now() - begun).toBeLessThan(8_000);
    const { run, perhapsPaid } = await runOf(String(Problem.parse(await response.json()).facts.ask));
    expect(run).toMatchObject({ status: 'closed', outcome: 'failed' });
    expect(perhapsPaid).toHaveLength(1);
  });

  test('nobody, once they have gone: the call is broken off, and told as that', async () => {
    const faults = faultsOf(stack);
    await faults.model({ mode: 'stall' });
    const going = new AbortController();
    const response = door.ask('/api/ask', {
      as: 'sam',
      method: 'POST',
      body: JSON.stringify(question('DB4')),
      headers: { 'content-type': 'application/json' },
      signal: going.signal,
    });
    const broken = expect(response).rejects.toThrow();
    await eventually('the model to be asked', async () => (await faults.calls('DB4')).length === 1);
    going.abort();
    await broken;
    const { run, modelCall } = stack.database.direct;
    const closed = await eventually('the question to be closed', () =>
      run.findFirst({ where: { process: 'ask-model', outcome: 'cancelled' } }),
    );
    expect(await modelCall.findFirst({ where: { runId: closed.id } })).toMatchObject({ doubt: 'cancelled' });
  });
});

test('a question whose API died is closed as interrupted, with its call in doubt', async () => {
  const faults = faultsOf(stack);
  await faults.model({ mode: 'stall' });
  const api = await spawnApi(stack);
  const headers = { 'content-type': 'application/json', authorization: 'Bearer dev-sam' };
  const response = fetch(`${api.url}/api/ask`, { method: 'POST', headers, body: JSON.stringify(question('DC1')) });
  const broken = expect(response).rejects.toThrow();
  await eventually('the model to be asked', async () => (await faults.calls('DC1')).length === 1);
  await api.kill();
  await broken;
  const { database, foundation, temporal, config } = stack;
  const open = await database.direct.run.findFirstOrThrow({ where: { process: 'ask-model', status: 'accepted' } });
  const engine = createEngine({ client: () => Promise.resolve(temporal), taskQueue: config.temporal.taskQueue });
  const close = createCloseWithin({ ledger: foundation.ledger, connector: 'smtp' });
  const log = createLog({ name: 'test', level: 'silent' });
  await createReconciler({ database, engine, close, log }).reconcile(open.id);
  expect((await runOf(open.id)).run.status).toBe('accepted');
  await createReconciler({ database, engine, close, log, settleMs: 0 }).reconcile(open.id);
  const { run, perhapsPaid } = await runOf(open.id);
  expect(run).toMatchObject({ status: 'closed', outcome: 'interrupted' });
  expect(perhapsPaid).toMatchObject([{ doubt: 'not-recorded' }]);
});
