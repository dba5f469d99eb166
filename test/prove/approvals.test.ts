import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import * as contests from './approval-rounds/contests.ts';
import { type Killing, prepareKilling } from './approval-rounds/kills.ts';
import * as mischief from './approval-rounds/mischief.ts';
import type { Round } from './approval-rounds/round.ts';
import { prepareTampering, type Tampering } from './approval-rounds/tampering.ts';
import { createWitness, type Witness } from './approval-rounds/witness.ts';
import { campaignOf } from './campaign.ts';
import { checkActions, checkAttempts } from './invariants/attempts.ts';
import { createRandom } from './random.ts';
import { settle } from './settle.ts';
import { summarise } from './summary.ts';

const { seed, times } = campaignOf({ times: 20 });
const atOnce = 8;
const batchSize = 40;
/** Of so many rounds one meets a worker that is killed. */
const roundsPerKill = 20;

const rounds: Readonly<Record<string, Round>> = {
  'opposite decisions': contests.oppositeDecisions,
  'opposite decisions in a child run': contests.oppositeDecisionsInChild,
  'edit against approve': contests.editAgainstApprove,
  'around the deadline': contests.aroundDeadline,
  'after a cancel': contests.afterCancel,
  'twice by one person': contests.twiceBySamePerson,
  'three for a quorum of two': contests.threeForQuorumOfTwo,
  'a raw signal': contests.rawSignal,
  'changed before': mischief.changedBeforeDecision,
  'changed after': mischief.changedAfterDecision,
  'removed before deciding': mischief.removedBeforeDecision,
  'removed after voting': mischief.removedAfterVote,
  'cut off from the database': mischief.cutOffFromDatabase,
};
const names = Object.keys(rounds);

let stack: Stack;
let people: People;
let witness: Witness;
let tampering: Tampering;
let killing: Killing;

beforeAll(async () => {
  const ask = { people: ['ada', 'bob', 'lee'] };
  stack = await openStack({
    registry: [
      { file: 'processes/answer-order-status.yaml', path: ['durations', 'review'], value: '1500 ms' },
      {
        file: 'processes/triage-enquiry.yaml',
        path: ['approvals', 'complaint', 'stages'],
        value: [{ name: 'review', quorum: 2, ask }],
      },
    ],
  });
  people = await peopleOf(stack);
  witness = createWitness(people);
  tampering = await prepareTampering(stack);
  await mischief.prepareCutOff(stack);
  killing = await prepareKilling(stack, () => spawnQuickWorker(stack));
});

afterAll(() => stack.close());

test(`${times} tasks whose approval somebody disturbs (seed ${seed})`, {
  timeout: 60_000 + times * 3_000,
}, async () => {
  const begun = Date.now();
  for (let first = 0; first < times; first += batchSize) await playBatch(first, Math.min(times, first + batchSize));
  const { world } = await settle(stack);
  const refused = witness.attempts.filter(({ result }) => result === 'refused').length;
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.info(summarise('approvals', world, { seed, attempts: witness.attempts.length, refused, seconds }));
  expect(await replayAll(stack)).toBeGreaterThanOrEqual(times);
});

/** Rounds side by side, then those that take the worker down, in one go; then all is compared. */
async function playBatch(first: number, end: number): Promise<void> {
  const numbers = Array.from({ length: end - first }, (_, index) => first + index);
  const alone = numbers.filter((number) => number % roundsPerKill === roundsPerKill - 1);
  const others = numbers.filter((number) => !alone.includes(number));
  await Promise.all(Array.from({ length: atOnce }, () => playOn(others)));
  await killing.play(alone.map(partsOf));
  const { violations, world } = await settle(stack);
  const found = [...violations, ...checkActions(world), ...checkAttempts(world, witness.attempts)];
  expect(found, `after the rounds ${first} to ${end - 1} of seed ${seed}`).toEqual([]);
}

async function playOn(numbers: number[]): Promise<void> {
  for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
    const parts = partsOf(number);
    // The first of a campaign are one of each kind; then chance decides.
    const name = names[number] ?? parts.random.pick([names[0] ?? '', ...names.slice(1)]);
    const round = rounds[name];
    if (round) await tell(number, name, () => round(parts));
  }
}

function partsOf(number: number) {
  return { stack, people, witness, tampering, random: createRandom(seed + number), token: `AP${number}` };
}

/** What goes wrong says in which round, to be played again by its seed. */
async function tell(number: number, name: string, play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (cause) {
    throw new Error(`round ${number} (${name}), seed ${seed}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
