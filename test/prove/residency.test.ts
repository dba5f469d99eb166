import { beforeAll, describe, expect, test } from 'vitest';
import { jurisdictionOf } from '#governance/data-facts/jurisdiction-of.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import { registryFolder } from '#test/rules/registry-copy.ts';
import { workingHours } from '#test/rules/working-hours.ts';
import { campaignOf } from './campaign.ts';
import { createRandom } from './random.ts';
import { everyCell, openTo, openWithoutPrice, tellCell } from './residency/cells.ts';
import { judgeState } from './residency/judge-state.ts';
import { dataOf } from './residency/matrix.ts';
import { type Admit, type Ground, playState } from './residency/play-state.ts';
import { makeState } from './residency/routing-state.ts';
import { makeWorld, type RegistryWorld } from './residency/worlds.ts';

/** `--times`: so many thousand states. */
const { seed, times } = campaignOf({ times: 2 });
const thousand = 1_000;

const texts = readPolicies(registryFolder);
const rules = Object.entries(texts.policies);
let worlds: readonly RegistryWorld[];

beforeAll(() => {
  const random = createRandom(seed);
  worlds = Array.from({ length: 8 }, () => makeWorld(random));
});

/** The ready set with each rule changed, and the one that somebody made stricter since the run was accepted. */
function policiesWith(change: (text: string) => string): Ground['policies'] {
  const changed = (also: (text: string) => string) =>
    createPolicy(
      { ...texts, policies: Object.fromEntries(rules.map(([id, text]) => [id, also(change(text))])) },
      workingHours,
    );
  return { ready: changed((text) => text), tightened: changed((text) => text.replaceAll(', "uk"', '')) };
}

/** A world in which each system is where its name says. */
const placesByName = { ...workingHours, regionOf: (connector: string) => jurisdictionOf(connector) };

const asItIs = (text: string): string => text;

async function violations(states: number, ground: Omit<Ground, 'worlds'>): Promise<Map<string, number>> {
  const random = createRandom(seed + 1);
  const found = new Map<string, number>();
  for (let number = 1; number <= states; number += 1) {
    const state = makeState(random, worlds.length);
    const played = await playState(state, { ...ground, worlds });
    for (const wrong of judgeState(state, played, { worlds })) {
      const kind = wrong.replace(/m-\d/, 'a model').replace(/attempt \d/, 'an attempt');
      found.set(kind, (found.get(kind) ?? 0) + 1);
    }
  }
  return found;
}

describe('the matrix', () => {
  test('that the policies make is the one of the table, cell by cell', { timeout: 120_000 }, () => {
    const policy = createPolicy(texts, placesByName);
    const told = everyCell().map((cell) => ({ cell, ...tellCell(policy, cell) }));
    console.info(['where data may go, as the policies answer', ...new Set(told.map(({ line }) => line))].join('\n'));
    expect(told.filter(({ isOther }) => isOther)).toEqual([]);
    for (const { cell } of told.filter((each) => each.cell.by === 'model')) {
      const expected = dataOf(cell.categories) === 'nothing' ? openTo(policy, cell) : [];
      expect(openWithoutPrice(policy, cell)).toEqual(expected);
    }
  });

  test(`is crossed by none of ${times} thousand routing states, and keeps none from where it may go (seed ${seed})`, {
    timeout: 60_000 + times * 30_000,
  }, async () => {
    const begun = Date.now();
    const found = await violations(times * thousand, { policies: policiesWith(asItIs) });
    const seconds = Math.round((Date.now() - begun) / thousand);
    console.info(
      `residency: ${times * thousand} states, seed ${seed}, ${found.size} kinds of violations, ${seconds} s`,
    );
    expect([...found]).toEqual([]);
  });
});

describe('the campaign finds', { timeout: 120_000 }, () => {
  const few = 800;

  test('one cell of the matrix that is turned round', async () => {
    const abroad = (text: string) =>
      text.includes('@id("models-for-people-in-the-eu")')
        ? text.replace('"eu", "uk"].contains(resource', '"eu", "uk", "us"].contains(resource')
        : text;
    expect(rules.filter(([, text]) => abroad(text) !== text)).toHaveLength(1);
    const found = await violations(few, { policies: policiesWith(abroad) });
    expect([...found.keys()]).toContain('the data went to a model');
  });

  test('a fallback that nobody asks about', async () => {
    const firstOnly = { admit: onlyTheFirst };
    const found = await violations(few, { policies: policiesWith(asItIs), sabotage: firstOnly });
    expect([...found.keys()]).toContain('the data went to a model');
  });

  test('a kept answer that is given whoever gave it', async () => {
    const found = await violations(few, { policies: policiesWith(asItIs), sabotage: { useKept: true } });
    expect([...found.keys()]).toEqual(['a kept answer of a model was used']);
  });

  test('rules that keep data from where it may go', async () => {
    const stricter = (text: string) => text.replaceAll('["local", "eu", "uk", "us"]', '["local", "eu", "uk"]');
    const found = await violations(few, { policies: policiesWith(stricter) });
    expect([...found.keys()]).toContainEqual(expect.stringMatching(/^an attempt is to be answer and was/));
  });
});

/** Lets everything through after the first that was refused, as a fallback would that forgets to ask. */
function onlyTheFirst(admit: Admit): Admit {
  let isRefused = false;
  return (request) => {
    if (isRefused) return { kind: 'admitted', stages: [] };
    const verdict = admit(request);
    isRefused = verdict.kind === 'blocked';
    return verdict;
  };
}
