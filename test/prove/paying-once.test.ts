import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAs } from '#test/stack/call-api.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { campaignOf } from './campaign.ts';
import { type Place, placesAround } from './paying/places.ts';
import { judgeRound, playRound, type Round, type Scene, summariseRounds } from './paying/play-round.ts';
import { createRandom } from './random.ts';
import { copySabotaged, type Sabotage } from './sabotaged-tree.ts';
import { settle } from './settle.ts';

/** `--times`: so many kills. */
const { seed, times } = campaignOf({ times: 3 });

let stack: Stack;
let scene: Scene;
let places: readonly [Place, ...Place[]];

beforeAll(async () => {
  stack = await openStack();
  const [people, api] = await Promise.all([peopleOf(stack), spawnApi(stack)]);
  scene = { stack, people, reader: callAs('ada', api.url), startWorker: () => spawnQuickWorker(stack) };
  places = await placesAround(stack);
});

afterAll(() => stack.close());

let started = 0;

/** Each place in its turn, in an order of the seed. */
async function play(from: Scene, { kills, named }: { kills: number; named?: string }): Promise<Round[]> {
  const random = createRandom(seed);
  const chosen = places.filter(({ name }) => named === undefined || name === named);
  const first = random.between(0, chosen.length - 1);
  const rounds: Round[] = [];
  let worker = await from.startWorker();
  for (let number = 0; number < kills; number += 1) {
    const place = chosen[(first + number) % chosen.length];
    if (!place) throw new Error(`there is no place called ${named}`);
    started += 1;
    const played = await playRound(from, { worker, place, token: `PO${started}E`, random });
    rounds.push(played.round);
    worker = played.worker;
  }
  await worker.stop();
  return rounds;
}

test(`a worker killed ${times} times around a call of a model pays at most once more for each, and counts it (seed ${seed})`, {
  timeout: 60_000 + times * 30_000,
}, async () => {
  const rounds = await play(scene, { kills: times });
  console.info(summariseRounds(rounds));
  expect(rounds.flatMap(judgeRound)).toEqual([]);
  expect((await settle(stack)).violations).toEqual([]);
});

interface Case {
  broken: string;
  sabotages: readonly Sabotage[];
  place: string;
  found: RegExp;
}

const cases: readonly Case[] = [
  {
    broken: 'that does not read the answer that is kept',
    sabotages: [
      { file: 'governance/ask/index.ts', find: 'if (stored && mayUseKept', replace: 'if (false && mayUseKept' },
    ],
    place: 'the answer is kept, and nobody was told',
    found: /paid 2 times, and the run counts 0 in doubt/,
  },
  {
    broken: 'that does not write down whose answer nobody heard',
    sabotages: [
      { file: 'governance/ask/lost-calls.ts', find: '(each) => each.doubt === null', replace: '() => false' },
      { file: 'store/closing.ts', find: `AND NOT $\{hasOpenCall(runId)}`, replace: '' },
    ],
    place: 'the model is thinking',
    found: /paid 2 times, and the run counts 0 in doubt/,
  },
];

describe('the campaign finds a worker', { timeout: 150_000 }, () => {
  test.for(cases)('$broken', async ({ sabotages, place, found }) => {
    const tree = await copySabotaged(...sabotages);
    const startWorker = () => spawnQuickWorker(stack, { root: tree.root });
    try {
      const rounds = await play({ ...scene, startWorker }, { kills: 1, named: place });
      expect(rounds.flatMap(judgeRound)).toContainEqual(expect.stringMatching(found));
    } finally {
      await tree.remove();
    }
  });
});
