import { setTimeout as pause } from 'node:timers/promises';
import { within } from '#platform/lifecycle/within.ts';
import type { Contender } from './contender.ts';
import { cpuSecondsOf, cpuSecondsOfFamily } from './cpu-seconds.ts';
import type { Ground } from './ground.ts';
import type { Watch } from './watch.ts';

export interface RunTimes {
  id: string;
  startToWaitingMs: number;
  decisionToDoneMs: number;
}

export interface Block {
  runs: readonly RunTimes[];
  /** From the first start to the last outcome. */
  seconds: number;
  cpu: CpuSeconds;
}

export interface CpuSeconds {
  worker: number;
  temporal: number;
  postgres: number;
  /** The model and the mail server. */
  world: number;
  /** This process: it drives both, and does the work of Baton's API. */
  driver: number;
}

export interface BlockOrder {
  first: number;
  count: number;
  atOnce: number;
  pids: Ground['pids'];
}

const longestMs = 180_000;

/** Runs a stretch of one contender, so many at once, and waits until nothing of it is left in the background. */
export async function runBlock(contender: Contender, watch: Watch, order: BlockOrder): Promise<Block> {
  const before = readCpu(contender, order);
  const begun = performance.now();
  const runs = await within(longestMs, `${order.count} runs of ${contender.name}`, inLanes(contender, watch, order));
  const seconds = (performance.now() - begun) / 1000;
  await within(longestMs, `the end of ${contender.name}`, untilIdle(contender));
  const after = readCpu(contender, order);
  return { runs, seconds, cpu: difference(after, before) };
}

async function inLanes(contender: Contender, watch: Watch, { first, count, atOnce }: BlockOrder): Promise<RunTimes[]> {
  const times: RunTimes[] = [];
  let next = first;
  const lane = async () => {
    while (next < first + count) times.push(await runOnce(contender, watch, next++));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
  return times;
}

async function runOnce(contender: Contender, watch: Watch, number: number): Promise<RunTimes> {
  const begun = performance.now();
  const id = await contender.start(number);
  const task = await watch.task(id);
  const waiting = performance.now();
  await contender.decide(task);
  const outcome = await watch.outcome(id);
  const done = performance.now();
  if (outcome !== contender.expected)
    throw new Error(`${contender.name}: ${id} came to ${outcome}, not ${contender.expected}`);
  return { id, startToWaitingMs: waiting - begun, decisionToDoneMs: done - waiting };
}

async function untilIdle(contender: Contender): Promise<void> {
  while (!(await contender.isIdle())) await pause(100);
}

function readCpu({ workerPid }: Contender, { pids }: BlockOrder): CpuSeconds {
  const { user, system } = process.cpuUsage();
  return {
    worker: cpuSecondsOf(workerPid),
    temporal: cpuSecondsOf(pids.temporal),
    postgres: cpuSecondsOfFamily(pids.postgres),
    world: cpuSecondsOf(pids.world),
    driver: (user + system) / 1e6,
  };
}

function difference(after: CpuSeconds, before: CpuSeconds): CpuSeconds {
  return {
    worker: after.worker - before.worker,
    temporal: after.temporal - before.temporal,
    postgres: after.postgres - before.postgres,
    world: after.world - before.world,
    driver: after.driver - before.driver,
  };
}
