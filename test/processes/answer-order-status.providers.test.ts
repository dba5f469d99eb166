import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '#test/stack/faults.ts';
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

const provider = `name: house
title: Models in our own house
owner: eng
jurisdiction: local
baseUrlVariable: HOUSE_BASE_URL
egress:
  - { scheme: http, host: 127.0.0.1, port: as-set, reach: loopback, methods: [POST], paths: [/v1/responses] }
`;

const model = (name: string, reports: string) => `name: ${name}
provider: house
model: house-large
reports: ${reports}
abilities: { api: responses, structuredOutput: prompted, tools: false, vision: false, logProbabilities: false }
outputTokens: 4000
contextTokens: null
limits: null
breaker: { failures: 5, within: 1 minute, opensFor: 30 seconds }
region: local
regionSource: it stands in the cellar
rehearsal: false
owner: eng
jurisdiction: local
classification: confidential
purpose: Drafts replies.
lawfulBasis: as-process
retention: none
riskClass: limited
reviewBy: 2999-12-31
reaches:
  datasets: [enquiries, customer-records, order-records, payment-records, knowledge]
  categories: [personal.name, personal.email, personal.phone, personal.address, personal.identifier, personal.order, personal.message, untrusted]
price: { currency: EUR, input: 0, output: 0, source: it stands in the cellar, asOf: 2026-11-23 }
`;

beforeAll(async () => {
  stack = await openStack({
    registry: [{ file: 'profiles.yaml', path: ['draft', 'candidates'], value: ['house-moved', 'house-large'] }],
    registryFiles: {
      'providers/house.yaml': provider,
      'models/house-moved.yaml': model('house-moved', 'house-2026-01-01'),
      'models/house-large.yaml': model('house-large', 'rehearsal-1'),
    },
    settings: ({ modelUrl }) => ({ HOUSE_BASE_URL: `${modelUrl}/v1` }),
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

describe('a provider that a file of the registry adds', () => {
  test('answers as any other, by Responses and with the form asked for in words', async () => {
    const customer = customers.withOneOrder();
    const runId = await people.start('answer-order-status', questionOf(customer));
    const task = await people.task(runId);
    expect(task.reasonCode).toBe('every-reply');
    expect((await traces.evidence(task)).draftedBy).toMatchObject({ model: 'house-large', version: 'rehearsal-1' });
    expect((await traces.action(task)).text).toContain(customer.order.number);
    expect(await faultsOf(stack).calls(customer.order.number)).toHaveLength(2);
  });

  test('is not believed where another version answers than the registered one, and the next candidate is asked', async () => {
    const runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()));
    await people.task(runId);
    const [failed, ...others] = await traces.ledger(runId, 'effect-failed');
    expect(others).toEqual([]);
    expect(failed?.body).toMatchObject({ asset: 'house-moved', why: 'another version of the model answered' });
  });
});
