import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { type Caller, callAs } from '#test/stack/call-api.ts';
import { enquiryAbout, rawMail } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type Hold, type PauseOrder, type PausePoint } from '#test/stack/pause-points.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess, noSharedBudgets } from '#test/stack/registry-copy.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import { spawnWorker } from '#test/stack/spawn-worker.ts';
import { answeredUnwritten, handedOver, points, terminated } from './kill-points.ts';

let stack: Stack;
let faults: Faults;
let people: People;
let ada: Caller;
let sam: Caller;
const runs = new Map<string, string>();

beforeAll(async () => {
  stack = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'record'], '60 seconds'),
      ...inEveryProcess(['durations', 'modelCall'], '60 seconds'),
      ...inEveryProcess(['durations', 'send'], '60 seconds'),
      ...inEveryProcess(['durations', 'heartbeat'], '5 seconds'),
      ...noSharedBudgets,
    ],
  });
  faults = faultsOf(stack);
  people = await peopleOf(stack);
  const api = await spawnApi(stack);
  ada = callAs('ada', api.url);
  sam = callAs('sam', api.url);
  await killOnceAtEveryPoint();
  await spawnWorker(stack);
});

afterAll(() => stack.close());

interface Place {
  token: string;
  order: PauseOrder;
  point: PausePoint;
}

interface Held {
  order: PauseOrder;
  hold: Hold;
}

/** One worker, twelve runs, each held at another place; then SIGKILL. What was being written is undone, and what was being committed goes through. */
async function killOnceAtEveryPoint(): Promise<void> {
  const places = await definePlaces();
  const gate = await definePausePoint(stack.db, {
    table: 'ledger',
    operation: 'insert',
    when: "new.kind = 'effect-intended' and new.body like '%/classify/%'",
  });
  const worker = await stallTheFirst();
  const holds = await holdTheOthers(places, gate);
  await bringToTheirPlaces(holds);
  await handOver([handedOver, terminated]);
  await stack.temporal.workflow.getHandle(runOf(terminated)).terminate('by hand');
  await worker.kill();
  await Promise.all(holds.map(({ order, hold }) => (order.moment === 'commit' ? hold.release() : hold.cutOff())));
  await faults.mailbox('none');
  await faults.model({ mode: 'none' });
}

/** Where runs are held in the database, by their tokens. */
async function definePlaces(): Promise<Place[]> {
  const places: Place[] = [];
  for (const { token, hold } of [...points, answeredUnwritten]) {
    if (hold) places.push({ token, order: hold, point: await definePausePoint(stack.db, hold) });
  }
  return places;
}

async function stallTheFirst(): Promise<Program> {
  await faults.model({ mode: 'stall', times: 1 });
  await start('KP01');
  const worker = await spawnWorker(stack, { DATABASE_CONNECTIONS: '40' });
  await eventually('the model to be asked for KP01', async () => (await faults.calls('KP01')).length === 1);
  return worker;
}

/** Runs have no id before they are accepted: they wait at a gate until each is to be held at its own place. */
async function holdTheOthers(places: readonly Place[], gate: PausePoint): Promise<Held[]> {
  const closed = await gate.hold();
  const others = [...points.slice(1).map(({ token }) => token), answeredUnwritten.token, handedOver, terminated];
  for (const token of others) await start(token);
  await closed.reached(others.length);
  const holds: Held[] = [];
  for (const { token, order, point } of places) holds.push({ order, hold: await point.hold(runOf(token)) });
  await closed.release();
  return holds;
}

/** A run that is being closed holds its row, for which its notice would wait: notices go first. */
async function bringToTheirPlaces(holds: readonly Held[]): Promise<void> {
  const decided = [...points.flatMap(({ token, decided: is }) => (is ? [token] : [])), answeredUnwritten.token];
  for (const token of [...decided, handedOver, terminated]) await ada.task(runOf(token));
  await everyNoticeSent();
  for (const token of decided) await approve(token);
  await Promise.all(holds.map(({ hold }) => hold.reached()));
}

async function handOver(tokens: readonly string[]): Promise<void> {
  await faults.mailbox('hold-after-data');
  for (const token of tokens) await approve(token);
  for (const token of tokens) {
    await eventually(`the mailbox to have ${token}`, async () => (await messagesOf(token)).length === 1);
  }
}

async function start(token: string): Promise<void> {
  const { status, runId } = await sam.mail(rawMail(enquiryAbout('support', token)));
  expect(status).toBe(202);
  runs.set(token, runId);
}

function runOf(token: string): string {
  const runId = runs.get(token);
  if (runId === undefined) throw new Error(`no run was started for ${token}`);
  return runId;
}

async function approve(token: string): Promise<void> {
  const { status } = await ada.decide(await ada.task(runOf(token)), 'approve');
  expect(status).toBe(200);
}

function everyNoticeSent(): Promise<unknown> {
  return eventually('every notice to be sent', async () => {
    const { rowCount } = await stack.db.query(
      "select 1 from outbox_message where message_class = 'notice' and state <> 'sent'",
    );
    return rowCount === 0;
  });
}

const address = (token: string) => enquiryAbout('support', token).from;

async function messagesOf(token: string) {
  return (await people.messages()).filter((message) => message.to.includes(address(token)));
}

async function entriesOf(token: string): Promise<string[]> {
  const { rows } = await stack.db.query('select direction from crm_interaction where run_id = $1 order by at', [
    runOf(token),
  ]);
  return rows.map((row) => row.direction);
}

async function paidFor(token: string) {
  const calls = await faults.calls(token);
  const of = (schemaName: string) => calls.filter((call) => call.schemaName === schemaName).length;
  return { classification: of('enquiry_classification'), draft: of('drafted_reply') };
}

describe('the worker is killed', () => {
  for (const { at, token, paid, decided } of points) {
    test(`while ${at}: the run goes on to one CRM entry and one message`, async () => {
      if (!decided) await approve(token);
      expect(await people.outcome(runOf(token))).toBe('answered');
      expect(await messagesOf(token)).toHaveLength(1);
      expect(await entriesOf(token)).toEqual(['inbound', 'outbound']);
      expect(await paidFor(token)).toEqual(paid);
    });
  }

  test('while a message is handed over and its answer unread: it is held for a person, who has it sent again', async () => {
    const task = await ada.task(runOf(handedOver), 'unconfirmed');
    const { items } = await callAs('oz', sam.url).runs('attention=unconfirmed');
    expect(items.map((run) => run.id)).toContain(runOf(handedOver));
    expect(await messagesOf(handedOver)).toHaveLength(1);
    expect((await ada.decide(task, 'approve')).status).toBe(200);
    expect(await people.outcome(runOf(handedOver))).toBe('answered');
    const sent = await messagesOf(handedOver);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map((message) => message.messageId)).size).toBe(1);
    expect(await entriesOf(handedOver)).toEqual(['inbound', 'outbound']);
  });

  test('while a message is handed over of a run that was terminated: operators see that nobody knows, and it is not sent again', async () => {
    expect(await people.outcome(runOf(terminated))).toBe('terminated');
    const { items } = await callAs('oz', sam.url).runs('attention=unconfirmed');
    expect(items.map((run) => run.id)).toContain(runOf(terminated));
    expect(await messagesOf(terminated)).toHaveLength(1);
  });

  test('while the answer of the mail server is being written down: a person looks, and records it as sent', async () => {
    const task = await ada.task(runOf(answeredUnwritten.token), 'unconfirmed');
    expect((await ada.decide(task, 'reject')).status).toBe(200);
    expect(await people.outcome(runOf(answeredUnwritten.token))).toBe('answered');
    expect(await messagesOf(answeredUnwritten.token)).toHaveLength(1);
    expect(await entriesOf(answeredUnwritten.token)).toEqual(['inbound', 'outbound']);
  });
});

test('all of it agrees with what was written down, and every history replays', async () => {
  expect((await settle(stack)).violations).toEqual([]);
  expect(await replayAll(stack)).toBe(runs.size);
});
