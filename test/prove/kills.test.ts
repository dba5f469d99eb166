import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { enquiryAbout, type Topic } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { keepDeciding } from './busy-people.ts';
import { campaignOf } from './campaign.ts';
import { startKiller } from './killer.ts';
import { createRandom, type Random } from './random.ts';
import { settle } from './settle.ts';
import { summarise } from './summary.ts';

const { seed, times } = campaignOf({ times: 8 });
const mostKills = Math.ceil(times / 4);
const topics: [Topic, ...Topic[]] = [
  'support',
  'complaint',
  'order-status',
  'order-status',
  'billing',
  'billing',
  'spam',
];

const ownProcesses: Partial<Record<Topic, string>> = {
  'order-status': 'answer-order-status',
  billing: 'answer-billing-query',
};

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      ...inEveryProcess(['durations', 'review'], '10 minutes'),
      ...inEveryProcess(['questions', 'answerWithin'], '3 seconds'),
    ],
  });
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

test(`${times} runs survive a worker killed ${mostKills} times at random (seed ${seed})`, {
  timeout: 60_000 + times * 10_000,
}, async () => {
  const begun = Date.now();
  const random = createRandom(seed);
  const killer = await startKiller({ stack, random: createRandom(seed + 1), mostKills });
  const deciding = keepDeciding({ stack, people, random: createRandom(seed + 2) });
  await startRuns(random);
  await eventually('the last kill', async () => killer.kills() >= mostKills, 30_000 + times * 5_000);
  await killer.stop();
  await everyRunOver();
  await deciding.stop();
  const { violations, world } = await settle(stack);
  const calls = (await faultsOf(stack).calls()).length;
  const answers = world.ledger.filter(
    (entry) => entry.kind === 'effect-done' && entry.body.effect === 'callModel',
  ).length;
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.info(
    summarise('kills', world, {
      seed,
      kills: killer.kills(),
      'model calls': calls,
      'model answers kept': answers,
      seconds,
    }),
  );
  expect(violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThanOrEqual(times);
});

/** Now and then one is cancelled by an operator. */
async function startRuns(random: Random): Promise<void> {
  for (let number = 1; number <= times; number += 1) {
    const topic = random.pick(topics);
    const own = ownProcesses[topic];
    const process = own && random.chance(0.5) ? own : 'triage-enquiry';
    const runId = await people.start(process, { ...enquiryAbout(topic, `K${number}`) });
    if (random.chance(0.1)) await people.cancel(runId);
    await pause(random.between(0, 400));
  }
}

function everyRunOver(): Promise<unknown> {
  return eventually(
    'every run to be over',
    async () => (await stack.database.direct.run.count({ where: { status: { not: 'closed' } } })) === 0,
    60_000 + times * 1_000,
  );
}
