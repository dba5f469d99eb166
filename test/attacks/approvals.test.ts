import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkActions } from '#test/prove/invariants/attempts.ts';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import type { Attack, Path } from './attack.ts';
import { type Ground, openGround } from './ground.ts';
import { play } from './play.ts';
import { askTwice, branches } from './rows/branches.ts';
import { contents } from './rows/contents.ts';
import { forgeries } from './rows/forgeries.ts';
import { links } from './rows/links.ts';
import { races } from './rows/races.ts';
import { rights } from './rows/rights.ts';
import { signals } from './rows/signals.ts';
import { times } from './rows/times.ts';

const table: readonly Attack[] = [...rights, ...contents, ...times, ...races, ...links, ...signals, ...forgeries];

/** One line for each path an attack is tried by. */
function linesOf(attacks: readonly Attack[]): { name: string; path: Path; attack: Attack }[] {
  return attacks.flatMap((attack) => attack.paths.map((path) => ({ name: attack.name, path, attack })));
}

let ground: Ground;
let beside: Ground;
const held: string[] = [];

beforeAll(async () => {
  [ground, beside] = await Promise.all([openGround(), openGround()]);
  await Promise.all([runWorker(ground.stack), runWorker(beside.stack, { change: askTwice })]);
});
afterAll(() => Promise.all([ground?.stack.close(), beside?.stack.close()]));

describe.concurrent('a decision', () => {
  test.for(linesOf(table))('$name, by $path', async ({ attack, path }) => {
    await play(ground, attack, path);
    held.push(attack.name);
  });
});

describe.concurrent('where one run asks in two branches', () => {
  test.for(linesOf(branches))('$name, by $path', async ({ attack, path }) => {
    await play(beside, attack, path);
    held.push(attack.name);
  });
});

test('all of it agrees with what was written down, and every history replays', async () => {
  const { violations, world } = await settle(ground.stack, 3_000);
  const found = [...violations, ...checkActions(world)];
  expect(found.filter((violation) => ![...ground.setBack].some((runId) => violation.startsWith(runId)))).toEqual([]);
  expect(await replayAll(ground.stack)).toBeGreaterThan(0);
});

test('at least thirty attacks were made, each by every path it can be made by', () => {
  const attacks = new Set(held).size;
  console.info(`${attacks} attacks by ${held.length} paths: nothing was done without a valid decision`);
  expect(attacks).toBe(table.length + branches.length);
  expect(attacks).toBeGreaterThanOrEqual(30);
});
