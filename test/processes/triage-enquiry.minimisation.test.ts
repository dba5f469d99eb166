import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { copyRegistry } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

const customers = sampleCustomers();
let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

/** Code of a draft that offers the model more than its prompt states. */
function offersMore(code: string): string {
  const changed = code.replace(
    /variables: \{ ?\s*facts,/,
    'variables: { facts: { ...facts, loyaltyCard: "planted-7731" }, from: "planted-7732",',
  );
  if (changed === code) throw new Error('the draft offers nothing');
  return changed;
}

test('a field that a step offers and no prompt states never reaches a model', async () => {
  const worker = await runWorker(stack, { change: offersMore });
  const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).complaint);
  await people.task(runId, 'complaint');
  const asked = await faults.calls();
  expect(asked.map(({ schemaName }) => schemaName)).toContain('drafted_reply');
  expect(JSON.stringify(asked)).not.toContain('planted');
  await worker.stop();
});

test('the ledger names the kinds of data that went to a model, as they were there, and none of the data', async () => {
  const worker = await runWorker(stack);
  const customer = customers.withOneOrder();
  const runId = await people.start('triage-enquiry', enquiriesBy(customer).complaint);
  await people.task(runId, 'complaint');
  const intended = await traces.ledger(runId, 'effect-intended');
  const told = intended.filter(({ body }) => body.effect === 'callModel').map(({ body }) => body.categories);
  expect(told).toEqual([
    ['personal.message', 'untrusted'],
    ['personal.message', 'personal.name', 'untrusted'],
  ]);
  expect(JSON.stringify(intended)).not.toContain(customer.email);
  await worker.stop();
});

test('what was collected for something else reaches no model, and a person goes on', async () => {
  const folder = join(stack.config.home, 'collected-for-marketing');
  mkdirSync(folder);
  const file = 'datasets/enquiries.yaml';
  const registryFolder = copyRegistry(folder, { edits: [{ file, path: ['collectedFor'], value: ['marketing'] }] });
  const worker = await runWorker({ ...stack, config: { ...stack.config, registryFolder } });
  const denied = 'purpose/only-what-it-was-collected-for';
  const before = (await faults.calls()).length;
  const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).complaint);
  const task = await people.task(runId);
  expect(task).toMatchObject({ point: 'uncertain', reasonCode: 'model-unavailable' });
  expect((await traces.evidence(task)).reason).toContain(denied);
  for (const { body } of await traces.ledger(runId, 'effect-refused'))
    expect(body).toMatchObject({ effect: 'callModel', stage: 'policy', why: expect.stringContaining(denied) });
  expect(await faults.calls()).toHaveLength(before);
  await worker.stop();
});
