import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '#test/prove/invariants.ts';
import { replayAll } from '#test/prove/replay-all.ts';
import { type Caller, callAs } from '#test/stack/call-api.ts';
import { enquiryAbout, rawMail } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type Hold, type PauseOrder } from '#test/stack/pause-points.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { spawnWorker } from '#test/stack/spawn-worker.ts';

/** Where a run stands when the worker is killed. Those with an order are held in the database. */
interface KillPoint {
  token: string;
  at: string;
  /** Calls of the model for classification and draft that are paid for all in all. */
  paid: { classification: number; draft: number };
  hold?: PauseOrder;
  decided?: true;
}

const once = { classification: 1, draft: 1 };

const points: readonly KillPoint[] = [
  { token: 'KP01', at: 'the model is being asked', paid: { classification: 2, draft: 1 } },
  {
    token: 'KP02',
    at: 'the model has answered and the answer is being stored',
    paid: { classification: 2, draft: 1 },
    hold: { table: 'step_result', operation: 'insert', when: "new.name = 'classify'" },
  },
  {
    token: 'KP03',
    at: 'the answer is stored and the worker has not heard of it',
    paid: once,
    hold: { table: 'step_result', operation: 'insert', when: "new.name = 'classify'", moment: 'commit' },
  },
  {
    token: 'KP04',
    at: 'the CRM entry is being written',
    paid: once,
    hold: { table: 'crm_interaction', operation: 'insert', when: "new.direction = 'inbound'" },
  },
  {
    token: 'KP05',
    at: 'the CRM entry is written and the worker has not heard of it',
    paid: once,
    hold: { table: 'crm_interaction', operation: 'insert', when: "new.direction = 'inbound'", moment: 'commit' },
  },
  {
    token: 'KP06',
    at: 'the task is being put before a person',
    paid: once,
    hold: { table: 'approval', operation: 'insert', when: "new.point = 'reply'" },
  },
  {
    token: 'KP07',
    at: 'the task is open and the worker has not heard of it',
    paid: once,
    hold: { table: 'approval', operation: 'insert', when: "new.point = 'reply'", moment: 'commit' },
  },
  {
    token: 'KP08',
    at: 'the approved message is being marked as leaving',
    paid: once,
    hold: {
      table: 'outbox_message',
      operation: 'update',
      when: "new.state = 'sending' and new.message_class = 'reply'",
    },
    decided: true,
  },
  {
    token: 'KP09',
    at: 'the message has left and the run is being closed',
    paid: once,
    hold: { table: 'run', operation: 'update', when: "new.status = 'closed'" },
    decided: true,
  },
];

const handedOver = 'KP10';
const answeredUnwritten = 'KP11';
const terminated = 'KP12';

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

afterAll(async () => {
  expect((await checkInvariants(stack)).violations).toEqual([]);
  await replayAll(stack);
  await stack.close();
});

/** One worker, eleven runs, each held at another place; then SIGKILL. What waits in the database is let go after it. */
async function killOnceAtEveryPoint(): Promise<void> {
  const places = await Promise.all(
    points.map((point) => (point.hold ? definePausePoint(stack.db, point.hold) : undefined)),
  );
  const unwritten = await definePausePoint(stack.db, {
    table: 'outbox_message',
    operation: 'update',
    when: "new.state = 'sent' and new.message_class = 'reply'",
  });
  const gate = await definePausePoint(stack.db, {
    table: 'ledger',
    operation: 'insert',
    when: "new.kind = 'effect-intended' and new.body like '%/classify/%'",
  });

  await faults.model({ mode: 'stall', times: 1 });
  await start('KP01');
  const worker = await spawnWorker(stack, { DATABASE_CONNECTIONS: '40' });
  await eventually('the model to be asked for KP01', async () => (await faults.calls('KP01')).length === 1);

  const closed = await gate.hold();
  for (const { token } of points.slice(1)) await start(token);
  await start(handedOver);
  await start(answeredUnwritten);
  await start(terminated);
  await closed.reached(points.length + 2);
  const holds: Hold[] = [];
  const reached: Promise<void>[] = [];
  for (const [index, place] of places.entries()) {
    const { token } = points[index] ?? {};
    if (!place || !token) continue;
    const hold = await place.hold(runOf(token));
    holds.push(hold);
    reached.push(hold.reached());
  }
  const held = await unwritten.hold(runOf(answeredUnwritten));
  await closed.release();

  const leaving = [await ada.task(runOf(handedOver)), await ada.task(runOf(terminated))];
  const decided = [...points.flatMap((point) => (point.decided ? [point.token] : [])), answeredUnwritten];
  for (const token of decided) await ada.task(runOf(token));
  await everyNoticeSent();
  for (const token of decided) await approve(token);
  await Promise.all([...reached, held.reached()]);
  await faults.mailbox('hold-after-data');
  for (const task of leaving) await ada.decide(task, 'approve');
  await eventually(
    'the mailbox to have both messages',
    async () => (await messagesOf(handedOver)).length + (await messagesOf(terminated)).length === 2,
  );
  await stack.temporal.workflow.getHandle(runOf(terminated)).terminate('by hand');

  await worker.kill();
  await Promise.all([...holds, held].map((hold) => hold.release()));
  await faults.mailbox('none');
  await faults.model({ mode: 'none' });
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
    const task = await ada.task(runOf(answeredUnwritten), 'unconfirmed');
    expect((await ada.decide(task, 'reject')).status).toBe(200);
    expect(await people.outcome(runOf(answeredUnwritten))).toBe('answered');
    expect(await messagesOf(answeredUnwritten)).toHaveLength(1);
    expect(await entriesOf(answeredUnwritten)).toEqual(['inbound', 'outbound']);
  });
});
