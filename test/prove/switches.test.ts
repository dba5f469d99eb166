import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everything, type SwitchTarget, targetText } from '#contracts/switch.ts';
import { enquiryAbout, type Topic } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { type Switches, switchesOf } from '#test/stack/switches.ts';
import { keepDeciding } from './busy-people.ts';
import { campaignOf } from './campaign.ts';
import { createRandom } from './random.ts';
import { replayAll } from './replay-all.ts';
import { settle } from './settle.ts';
import { summarise } from './summary.ts';
import { countCalls, type WireCounter } from './wire-counter.ts';

const { seed, times } = campaignOf({ times: 12 });
const topics: [Topic, ...Topic[]] = ['support', 'support', 'complaint', 'order-status', 'order-status', 'spam'];
/** So long after a switch is pulled the last call may leave. */
const graceMs = 2_000;
/** So long nothing leaves, once all runs wait. */
const quietMs = 1_500;

let stack: Stack;
let people: People;
let switches: Switches;
let model: WireCounter;
let mail: WireCounter;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'review'], '30 minutes'),
      ...inEveryProcess(['questions', 'answerWithin'], '3 seconds'),
    ],
  });
  people = await peopleOf(stack);
  switches = switchesOf(stack);
  const { hostname, port } = new URL(stack.modelUrl);
  model = await countCalls(stack, { host: hostname, port: Number(port), begins: /^POST \S+ HTTP/m });
  const { host, port: smtpPort } = stack.config.mail;
  mail = await countCalls(stack, { host, port: smtpPort, begins: /^DATA\r\n/m });
});

afterAll(() => stack.close());

const startWorker = () =>
  spawnQuickWorker(stack, {
    settings: {
      DATABASE_CONNECTIONS: '30',
      REHEARSAL_BASE_URL: `http://${model.address}/v1`,
      MAIL_SMTP_URL: `smtp://${mail.address}`,
    },
  });

interface Round {
  target: SwitchTarget;
  /** Where nothing may leave while it is switched off. */
  wires: readonly WireCounter[];
  /** When the worker dies. */
  dies?: 'as-pulled' | 'while-waiting';
}

test(`${times} runs wait while something is switched off, and all come to their end (seed ${seed})`, {
  timeout: 120_000 + times * 5_000,
}, async () => {
  const begun = Date.now();
  const rounds: readonly Round[] = [
    { target: everything, wires: [model, mail], dies: 'while-waiting' },
    { target: { kind: 'model', name: 'rehearsal-1' }, wires: [model] },
    { target: { kind: 'connector', name: 'smtp' }, wires: [mail], dies: 'as-pulled' },
  ];
  await startRuns();
  const deciding = keepDeciding({ stack, people, random: createRandom(seed + 1) });
  let worker = await startWorker();
  const told: Record<string, string> = {};
  for (const { target, wires, dies } of rounds) {
    await callsLeave(wires);
    const pulledAt = Date.now();
    const id = await switches.pull(target);
    if (dies === 'as-pulled') worker = await replace(worker);
    const waiting = await everyRunWaits(id);
    if (dies === 'while-waiting') worker = await replace(worker);
    await pause(quietMs);
    const after = wires.flatMap((wire) => wire.calls().filter((at) => at > pulledAt));
    const last = Math.max(0, ...after.map((at) => at - pulledAt));
    const seconds = Math.round((Date.now() - pulledAt) / 1_000);
    told[targetText(target)] = `${waiting} waited, the last call after ${last} ms, lifted after ${seconds} s`;
    expect(last, `the last call after ${targetText(target)} was switched off`).toBeLessThanOrEqual(graceMs);
    await switches.lift(id);
  }
  await everyRunOver();
  await deciding.stop();
  const { violations, world } = await settle(stack);
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.info(summarise('switches', world, { seed, ...told, seconds }));
  expect(violations).toEqual([]);
  expect(await stack.database.direct.pause.count()).toBe(0);
  expect(await replayAll(stack)).toBeGreaterThanOrEqual(times);
});

async function startRuns(): Promise<void> {
  const random = createRandom(seed);
  for (let number = 1; number <= times; number += 1) {
    const topic = random.pick(topics);
    const process = topic === 'order-status' && random.chance(0.5) ? 'answer-order-status' : 'triage-enquiry';
    await people.start(process, { ...enquiryAbout(topic, `S${number}`) });
  }
}

/** All that goes on comes to what is switched off sooner or later; those apart that wait for a run which is part of them. */
async function everyRunWaits(id: string): Promise<number> {
  const goingOn = `select 1 from run where status <> 'closed'
    and not exists (select 1 from pause where run_id = run.id and $1 = any(switches))
    and not exists (select 1 from run child where child.parent_run_id = run.id and child.status <> 'closed')`;
  await eventually(
    'every run to wait',
    async () => (await stack.db.query(goingOn, [id])).rowCount === 0,
    60_000 + times * 1_000,
  );
  return stack.database.direct.pause.count({ where: { switches: { has: id } } });
}

function callsLeave(wires: readonly WireCounter[]): Promise<unknown> {
  const before = wires.map((wire) => wire.calls().length);
  return eventually(
    'calls to leave',
    async () => wires.some((wire, at) => wire.calls().length > (before[at] ?? 0)),
    60_000,
  );
}

async function replace(worker: Awaited<ReturnType<typeof startWorker>>) {
  await worker.kill();
  return startWorker();
}

function everyRunOver(): Promise<unknown> {
  return eventually(
    'every run to be over',
    async () => (await stack.database.direct.run.count({ where: { status: { not: 'closed' } } })) === 0,
    60_000 + times * 1_500,
  );
}
