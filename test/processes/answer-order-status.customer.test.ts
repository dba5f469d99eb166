import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApprovalTerms } from '#contracts/approval-terms.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

/** A firm that answers about orders without looking up who asks. */
const crmIsClosed = `
@id("crm-is-closed")
forbid (principal, action == Action::"readData", resource == Connector::"postgres-crm");
`;

beforeAll(async () => {
  stack = await openStack({ registryFiles: { 'policies/planted.cedar': crmIsClosed } });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

test('a customer whose record may not be read is answered without it, though the order is read', async () => {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  const task = await people.task(runId);
  const { facts, sources } = ApprovalTerms.parse(task.terms);
  expect(facts).toMatchObject({ orderFound: 'number' });
  expect(facts).not.toHaveProperty('tier');
  expect(facts).not.toHaveProperty('country');
  expect(sources).not.toHaveProperty('customer');
  const done = await traces.ledger(runId, 'effect-done');
  const look = done.find(({ body }) => body.effect === 'readRecord');
  expect(look?.body).toMatchObject({ record: { customer: 'unknown', refused: 'policy: planted/crm-is-closed' } });
  await people.decide(task, 'ada', { decision: 'approve' });
  expect(await people.outcome(runId)).toBe('answered');
});
