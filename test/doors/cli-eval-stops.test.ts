import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { everything, promptVersionName, type SwitchTarget } from '#contracts/switch.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { copyRegistry } from '#test/stack/registry-copy.ts';
import { runBaton } from '#test/stack/run-baton.ts';
import { type Switches, switchesOf } from '#test/stack/switches.ts';

const process = 'triage-enquiry';
const name = 'classify-enquiry';
const model = 'rehearsal-1';

let stack: Stack;
let faults: Faults;
let switches: Switches;

beforeAll(async () => {
  stack = await openStack();
  faults = faultsOf(stack);
  switches = switchesOf(stack);
});
afterEach(() => faults.model({ mode: 'none' }));
afterAll(() => stack.close());

/** Evaluates with what these settings name, and answers how it ended and how often the model was asked. */
async function evaluate(more: Readonly<Record<string, string>> = {}) {
  const before = (await faults.calls()).length;
  const { code, err } = await runBaton(['eval', `${process}/${name}`, '--development', '--model', model], {
    BATON_HOME: stack.config.home,
    BATON_REGISTRY: stack.config.registryFolder,
    REHEARSAL_BASE_URL: `${stack.modelUrl}/v1`,
    ...more,
  });
  return { code, err, calls: (await faults.calls()).length - before };
}

const installation = () => ({ DATABASE_URL: stack.db.url });

describe('what a run may not ask is not asked for an evaluation either:', () => {
  test.each([
    ['a model', `models/${model}.yaml`],
    ['a process', `processes/${process}.yaml`],
    ['data that the prompt shows', 'datasets/enquiries.yaml'],
  ])('%s whose review is over', async (_what, file) => {
    const folder = join(stack.config.home, file.replaceAll('/', '-'));
    mkdirSync(folder);
    const edits = [{ file, path: ['reviewBy'], value: '2026-01-31' }];
    const { code, err, calls } = await evaluate({ BATON_REGISTRY: copyRegistry(folder, { edits }) });
    expect({ code, calls }).toEqual({ code: 2, calls: 0 });
    expect(err).toContain(`${model} is not asked: `);
    expect(err).toMatch(/review it, then write a later day at .*reviewBy/);
  });

  test.each([
    ['everything', () => everything],
    ['its model', () => ({ kind: 'model', name: model })],
    ['its provider', () => ({ kind: 'provider', name: 'rehearsal' })],
    ['its process', () => ({ kind: 'process', name: process })],
    ['its version of the prompt', () => ({ kind: 'prompt-version', name: promptVersionName(process, promptNow()) })],
  ] satisfies [string, () => SwitchTarget][])('with %s switched off', async (_what, target) => {
    const id = await switches.pull(target());
    const { code, err, calls } = await evaluate(installation());
    await switches.lift(id);
    expect({ code, calls }).toEqual({ code: 3, calls: 0 });
    expect(err).toMatch(/rehearsal-1 is not asked: .* is switched off\. Lift that first/);
  });
});

test('a switch that is pulled in the middle stops it there', async () => {
  await faults.model({ mode: 'slow', seconds: 1 });
  const before = (await faults.calls()).length;
  const evaluated = evaluate(installation());
  await eventually('the first call', async () => (await faults.calls()).length > before);
  const id = await switches.pull({ kind: 'model', name: model });
  const { code, calls } = await evaluated;
  await switches.lift(id);
  expect(code).toBe(3);
  expect(calls).toBeLessThan(50);
});

test('where the database of the installation cannot be reached nothing is asked, and it says what to do', async () => {
  const url = `postgresql://baton_app:secret@127.0.0.1:${await findFreePort()}/baton`;
  const { code, err, calls } = await evaluate({ DATABASE_URL: url });
  expect({ code, calls }).toEqual({ code: 3, calls: 0 });
  expect(err).toMatch(/nobody can say what is switched off. Start the database that DATABASE_URL names, or correct/);
  expect(err).not.toContain('secret');
});

test('a lifted switch stops nothing, and neither does one of an installation that the settings do not name', async () => {
  const { calls } = await evaluate(installation());
  expect(calls).toBeGreaterThan(100);
  const id = await switches.pull(everything);
  expect((await evaluate()).calls).toBe(calls);
  await switches.lift(id);
});

function promptNow() {
  const found = stack.foundation.registry.view().prompts.find((each) => each.process === process && each.name === name);
  if (!found) throw new Error(`the registry has no ${name}`);
  return found;
}
