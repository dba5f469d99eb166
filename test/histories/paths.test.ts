import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { pathEnd, pathStart } from '#contracts/process-path.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { stepUsesIn } from '#dev/process-page/step-uses.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { quietTemporal } from '#test/stack/quiet-temporal.ts';
import { listHistories } from './history-file.ts';
import { type Walk, walkHistories } from './walk-histories.ts';

let walks: Walk[];

beforeAll(async () => {
  quietTemporal();
  walks = await walkHistories(readFileSync(inject('ground').bundlePath, 'utf8'), listHistories());
});

/** The ways that a recorded run went; trying a step again leads nowhere. */
function waysOf({ steps, isComplete }: Walk): string[] {
  const places = [pathStart, ...steps, ...(isComplete ? [pathEnd] : [])];
  const ways = places.slice(1).map((to, index) => ({ from: places[index], to }));
  return ways.flatMap(({ from, to }) => (from === to ? [] : [`${from} > ${to}`]));
}

function drawnWays(name: string): string[] {
  const definition = processDefinitions.find((process) => process.name === name);
  if (!definition) throw new Error(`there is no process ${name}`);
  const ways = definition.path.flatMap((step) => step.next.map((to) => `${step.name} > ${to}`));
  return [`${pathStart} > ${definition.path[0].name}`, ...ways];
}

test('every recorded run went only ways that the picture of its process shows', () => {
  const strayed = walks.flatMap((walk) => {
    const drawn = drawnWays(walk.process);
    return waysOf(walk).flatMap((way) => (drawn.includes(way) ? [] : [`${walk.history}: ${way}`]));
  });
  expect(strayed).toEqual([]);
});

test('every way that a picture shows was gone by a recorded run', () => {
  const gone = new Set(walks.flatMap(waysOf));
  const invented = processDefinitions.flatMap(({ name }) => drawnWays(name).filter((way) => !gone.has(way)));
  expect(invented).toEqual([]);
});

test('every step that processes name, themselves or by the steps they use, is in a picture, and no other', () => {
  const named = new Set(walks.flatMap(({ steps }) => steps));
  for (const file of workflowFiles()) {
    const code = readFileSync(file, 'utf8');
    for (const [, name = ''] of code.matchAll(namesOfSteps)) named.add(name);
  }
  const drawn = new Set(processDefinitions.flatMap(({ path }) => path.map(({ name }) => name)));
  expect([...drawn].toSorted()).toEqual([...named].toSorted());
});

/** What a run names as it takes back stands under its steps, and not beside them. */
const namesOfSteps = /(?:(?<!undoing)\.step\(|(?<!undoing, \{ )\bstep: )'([A-Za-z]+)'/g;

function workflowFiles(): string[] {
  const uses = stepUsesIn(repositoryRoot);
  const steps = new Set(uses.flatMap(({ own, within }) => [...own, ...within]));
  const files = [
    ...uses.map(({ process }) => `processes/${process}.ts`),
    ...[...steps].map((step) => `steps/${step}.ts`),
  ];
  return files.map((file) => join(repositoryRoot, 'workflows', file));
}
