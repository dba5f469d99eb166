import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { approvalDecided } from '#contracts/signals.ts';
import { deadlineOf } from '#governance/approvals/due-in.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { replayAll } from '#test/prove/replay-all.ts';
import { enquiryAbout, type Topic } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { approverOf } from './busy-people.ts';
import { campaignOf } from './campaign.ts';
import { createRandom, type Random } from './random.ts';
import { settle } from './settle.ts';
import { summarise } from './summary.ts';

const { seed, times } = campaignOf({ times: 24 });
const topics: [Topic, ...Topic[]] = ['support', 'support', 'complaint', 'order-status'];
const atOnce = 12;
const reviewMs = 700;

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['durations', 'review'], `${reviewMs} ms`) });
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

test(`${times} runs whose people, operators and deadlines get in each other's way (seed ${seed})`, {
  timeout: 60_000 + times * 5_000,
}, async () => {
  const begun = Date.now();
  const random = createRandom(seed);
  await Promise.all([spawnQuickWorker(stack), spawnQuickWorker(stack)]);
  const weather = badWeather(createRandom(seed + 1));
  const numbers = Array.from({ length: times }, (_, index) => index);
  await Promise.all(Array.from({ length: atOnce }, () => work(numbers, random)));
  await weather.stop();
  await everyRunOver();
  const { violations, world } = await settle(stack);
  const refused = world.ledger.filter((entry) => entry.kind === 'decision-refused').length;
  const retried = world.ledger.filter((entry) => entry.kind === 'retry-requested').length;
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.info(summarise('races', world, { seed, 'decisions refused': refused, retries: retried, seconds }));
  expect(violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThan(0);
});

/** Those that never end are found by the invariants, which say what is wrong with them. */
async function everyRunOver(): Promise<void> {
  const open = () => stack.database.direct.run.count({ where: { status: { not: 'closed' } } });
  await eventually('every run to be over', async () => (await open()) === 0, 30_000).catch(() => undefined);
}

async function work(numbers: number[], random: Random): Promise<void> {
  for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) await live(`R${number}`, random);
}

/** The life of one run, with everything that may happen to it happening around the same time. */
async function live(token: string, random: Random): Promise<void> {
  const topic = random.pick(topics);
  const runId = await people.start('triage-enquiry', { ...enquiryAbout(topic, token) });
  const meddling = [meddle(runId, random)];
  const task = await taskOf(runId);
  if (task !== 'none') meddling.push(...aroundDeadline(task, random));
  await Promise.all(meddling);
  if (!random.chance(0.25)) return;
  await people.outcome(runId);
  await tolerate(people.retry(runId, random.pick([undefined, 'draft', 'logEnquiry'] as const)));
}

/** The first task of the run or of its child; a run may also end before it has one. */
function taskOf(runId: string): Promise<ApprovalRow | 'none'> {
  const { run, approval } = stack.database.direct;
  return eventually(`a task or the end of ${runId}`, async () => {
    const family = await run.findMany({
      where: { OR: [{ id: runId }, { parentRunId: runId }] },
      select: { id: true, status: true },
    });
    const task = await approval.findFirst({ where: { runId: { in: family.map(({ id }) => id) } } });
    return task ?? (family.some(({ id, status }) => id === runId && status === 'closed') && 'none');
  });
}

/** One or two people decide, at the same instant or apart, near the end of the time they have. */
function aroundDeadline(task: ApprovalRow, random: Random): Promise<void>[] {
  const apart = random.chance(0.5) ? 0 : random.between(0, 20);
  const first =
    deadlineOf(task).getTime() - (random.chance(0.5) ? random.between(-5, 15) : random.between(50, reviewMs));
  const approver = approverOf(task);
  const decide = async (at: number, by: string, decision: 'approve' | 'reject') => {
    await pause(Math.max(0, at - Date.now()));
    await tolerate(people.decide(task, by, { decision }));
  };
  const second = random.chance(0.5)
    ? [decide(first + apart, approver === 'ada' ? 'bob' : approver, random.pick(['approve', 'reject']))]
    : [];
  return [decide(first, approver, random.chance(0.8) ? 'approve' : 'reject'), ...second];
}

async function meddle(runId: string, random: Random): Promise<void> {
  const roll = random.next();
  await pause(random.between(0, reviewMs + 200));
  const handle = stack.temporal.workflow.getHandle(runId);
  if (roll < 0.15) await tolerate(people.cancel(runId));
  else if (roll < 0.25) await handle.terminate('by hand').catch(() => undefined);
  else if (roll < 0.35) await handle.cancel().catch(() => undefined);
  else if (roll < 0.5) await handle.signal(approvalDecided, { approvalId: 'nobody' }).catch(() => undefined);
}

/** A refusal is an answer like any other. */
async function tolerate(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isAppError(error) || error.row.status >= 500) throw error;
  }
}

/** The mail server misbehaves now and then. */
function badWeather(random: Random): { stop(): Promise<void> } {
  const faults = faultsOf(stack);
  let stopped = false;
  const blowing = (async () => {
    while (!stopped) {
      await faults.mailbox(
        random.pick(['none', 'none', 'none', 'temporary-failure', 'drop-after-data', 'hold-after-data']),
      );
      await pause(random.between(100, 500));
    }
    await faults.mailbox('none');
  })();
  return {
    stop: () => {
      stopped = true;
      return blowing;
    },
  };
}
