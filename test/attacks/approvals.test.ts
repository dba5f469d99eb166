import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkActions } from '#test/prove/invariants/attempts.ts';
import { settle } from '#test/prove/settle.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import type { Attack } from './attack.ts';
import { type Ground, openGround } from './ground.ts';
import { play } from './play.ts';
import { prepareApiKills } from './rows/api-kills.ts';
import { askTwice, branches } from './rows/branches.ts';
import { contents } from './rows/contents.ts';
import { forgeries } from './rows/forgeries.ts';
import { links } from './rows/links.ts';
import { races } from './rows/races.ts';
import { rights } from './rows/rights.ts';
import { signals } from './rows/signals.ts';
import { times } from './rows/times.ts';
import { unread } from './rows/unread.ts';
import { prepareUnwaitedSignals } from './rows/unwaited-signals.ts';
import { prepareWorkerKills } from './rows/worker-kills.ts';
import type { Path } from './word.ts';

const table: readonly Attack[] = [
  ...rights,
  ...contents,
  ...times,
  ...races,
  ...links,
  ...unread,
  ...signals,
  ...forgeries,
];

/** One line for each path an attack is tried by. */
function linesOf(attacks: readonly Attack[]): { name: string; path: Path; attack: Attack }[] {
  return attacks.flatMap((attack) => attack.paths.map((path) => ({ name: attack.name, path, attack })));
}

let ground: Ground;
let beside: Ground;
let deadly: Ground;
let unwaited: readonly Attack[];
const held: string[] = [];

beforeAll(async () => {
  [ground, beside, deadly] = await Promise.all([openGround(), openGround(), openGround()]);
  unwaited = await prepareUnwaitedSignals(ground);
  await Promise.all([runWorker(ground.stack), runWorker(beside.stack, { change: askTwice })]);
});
afterAll(() => Promise.all([ground, beside, deadly].map((each) => each?.stack.close())));

describe.concurrent('a decision', () => {
  // It waits for Temporal to find out that a worker is gone, so it begins first.
  test('at which worker or API is killed is acted on once, or was never made', { timeout: 150_000 }, async () => {
    const byWorker = await prepareWorkerKills(deadly);
    await Promise.all(byWorker.map((attempt) => attempt.play()));
    const byApi = linesOf(await prepareApiKills(deadly));
    await Promise.all(byApi.map(({ attack, path }) => play(deadly, attack, path)));
    held.push(...[...byWorker, ...byApi].map(({ name }) => name));
  });

  test('is not made by signals to a run that waits for nobody', async () => {
    await Promise.all(linesOf(unwaited).map(({ attack, path }) => play(ground, attack, path)));
    held.push(...unwaited.map(({ name }) => name));
  });

  for (const { name, path, attack } of linesOf(table))
    test(`${name}, by ${path}`, async () => {
      await play(ground, attack, path);
      held.push(name);
    });

  for (const { name, path, attack } of linesOf(branches))
    test(`where one run asks in two branches: ${name}, by ${path}`, async () => {
      await play(beside, attack, path);
      held.push(name);
    });
});

test('all of it agrees with what was written down', async () => {
  const { violations, world } = await settle(ground.stack, 3_000);
  const found = [...violations, ...checkActions(world)];
  expect(found.filter((violation) => ![...ground.setBack].some((runId) => violation.startsWith(runId)))).toEqual([]);
});

test('at least thirty attacks were made, each by every path it can be made by', () => {
  const attacks = new Set(held).size;
  console.info(`${attacks} attacks by ${held.length} paths: nothing was done without a valid decision`);
  expect(held.length).toBeGreaterThan(linesOf([...table, ...branches]).length);
  expect(attacks).toBeGreaterThanOrEqual(30);
});
