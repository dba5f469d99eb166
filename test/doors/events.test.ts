import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#contracts/http/problem.ts';
import { createCloseWithin } from '#governance/runs/close.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { type EventStream, readEventStream } from './event-stream.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let people: People;
const open: EventStream[] = [];

beforeAll(async () => {
  const isOver = { file: 'people.yaml', path: ['people', 2, 'validUntil'], value: '2020-01-01' };
  stack = await openStack({ registry: [isOver] });
  door = await openDoor(stack);
  people = await peopleOf(stack);
});
afterAll(() => stack?.close());
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});

const enquiry = { from: 'mara@example.org', text: 'Where is my order?' };
const start = () => people.start('answer-order-status', enquiry);

async function listen(as: string, headers: Record<string, string> = {}): Promise<EventStream> {
  const answer = await door.ask('/api/events', { as, headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const stream = readEventStream(answer);
  open.push(stream);
  return stream;
}

const about = (id: string) => (event: object) => 'id' in event && event.id === id;

describe('what is told', () => {
  test('a run that is accepted, a task that is opened and decided, and the end of the run', async () => {
    const stream = await listen('ada');
    const runId = await start();
    await stream.until(about(runId));
    const task = await openTask(stack, { runId });
    await stream.until(about(task.id));
    await stream.until((event) => event.kind === 'inbox' && event.waiting === 1);
    const second = await listen('ada');
    await people.decide(task, 'ada', { decision: 'approve' });
    await second.until(about(task.id));
    await second.until((event) => event.kind === 'inbox' && event.waiting === 0);
    const third = await listen('ada');
    const close = createCloseWithin({ ledger: stack.foundation.ledger, connector: 'smtp' });
    await stack.database.transaction((tx) => close(tx, { runId, outcome: 'answered', by: 'process' }));
    await third.until(about(runId));
    expect(JSON.stringify(stream.events)).not.toMatch(/mara|order/);
  });

  test('nothing to whom the policy shows no run', async () => {
    const [seeing, blind] = [await listen('ada'), await listen('bob')];
    const runId = await start();
    await openTask(stack, { runId });
    await seeing.until((event) => event.kind === 'approval');
    const later = await start();
    await seeing.until(about(later));
    expect(blind.events.map(({ kind, ...event }) => [kind, event])).toEqual([
      ['inbox', { waiting: 0, at: expect.any(String) }],
    ]);
  });

  test('what was missed, to whoever names the last event they read', async () => {
    const first = await listen('ada');
    const before = await start();
    await first.until(about(before));
    await first.close();
    const missed = await start();
    const again = await listen('ada', { 'last-event-id': first.lastId() });
    await again.until(about(missed));
    expect(again.events.filter(about(before))).toEqual([]);
  });

  test.each(['999999999999', 'nonsense', '-1'])('to look again, where the last event named is %s', async (id) => {
    const stream = await listen('ada', { 'last-event-id': id });
    await stream.until(({ kind }) => kind === 'look-again');
  });

  test('goes on after PostgreSQL broke every connection', async () => {
    const stream = await listen('ada');
    await stack.db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const runId = await eventuallyStarted();
    await stream.until(about(runId));
  });

  test('goes on at another process, after the first was killed', async () => {
    const first = await spawnApi(stack);
    const headers = { authorization: 'Bearer dev-ada' };
    const stream = readEventStream(await fetch(`${first.url}/api/events`, { headers }));
    const seen = await start();
    await stream.until(about(seen));
    await first.kill();
    await stream.ended;
    const missed = await start();
    const again = await listen('ada', { 'last-event-id': stream.lastId() });
    await again.until(about(missed));
  });
});

/** Whoever holds a connection that was broken finds that out once. */
async function eventuallyStarted(): Promise<string> {
  return start().catch(start);
}

describe('who is let in, and for how long', () => {
  test('only somebody who is signed in, and for HEAD nothing is kept open', async () => {
    expect((await door.ask('/api/events')).status).toBe(401);
    const head = await door.ask('/api/events', { as: 'ada', method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  test('no more than twenty streams of one person; another person has their own', async () => {
    for (let opened = 0; opened < 20; opened += 1) await listen('oz');
    const refused = await door.ask('/api/events', { as: 'oz' });
    expect(refused.status).toBe(429);
    expect(Problem.parse(await refused.json())).toMatchObject({ code: 'too-many-streams' });
    await listen('sam');
    const figures = await (await door.ask('/metrics')).text();
    expect(figures).toMatch(/^baton_event_streams 21$/m);
    await open.pop()?.close();
    await open.pop()?.close();
    await expect.poll(async () => (await door.ask('/api/events', { as: 'oz', method: 'GET' })).status).toBe(200);
  });

  test('ends when its person signs out', async () => {
    const signIn = await door.ask('/signin', {
      method: 'POST',
      body: new URLSearchParams({ account: 'lee' }),
      headers: { origin: door.url },
    });
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stream = readEventStream(await door.ask('/api/events', { headers: { cookie } }));
    const other = await listen('sam');
    await door.ask('/signout', { method: 'POST', headers: { cookie, origin: door.url } });
    await stream.ended;
    const runId = await start();
    await other.until(about(runId));
  });

  test('ends at once when the API is stopped', async () => {
    const api = await spawnApi(stack);
    const headers = { authorization: 'Bearer dev-ada' };
    const stream = readEventStream(await fetch(`${api.url}/api/events`, { headers }));
    const begun = performance.now();
    await api.stop();
    await stream.ended;
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
