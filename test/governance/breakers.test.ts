import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import { createAskCandidate } from '#governance/ask/candidate.ts';
import { createAsk } from '#governance/ask/index.ts';
import { createKeepCall } from '#governance/ask/keep-call.ts';
import { createLostCalls } from '#governance/ask/lost-calls.ts';
import { createTellPassedOver } from '#governance/ask/tell-passed-over.ts';
import { createBreakers } from '#governance/breakers/index.ts';
import { createPlanSpending } from '#governance/budgets/plan-spending.ts';
import { createPlaceholderTables } from '#governance/concealment/tables.ts';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createMightHappen, createWantsRedacted } from '#governance/guard/whole-question.ts';
import { createSteps } from '#governance/steps/index.ts';
import { openDatabase } from '#platform/database/client.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { composeWorld } from '#worker/compose-world.ts';

const model = 'rehearsal-1';
const opensForMs = 60_000;

let stack: Stack;
let faults: Faults;
let traces: Traces;
let runId: string;
let askers: readonly ((item: string) => Promise<AskOutcome>)[];

beforeAll(async () => {
  const breaker = { failures: 3, within: '1 minute', opensFor: `${opensForMs} ms` };
  stack = await openStack({
    registry: [
      { file: `models/${model}.yaml`, path: ['breaker'], value: breaker },
      { file: 'profiles.yaml', path: ['draft', 'waitAtMost'], value: '50 ms' },
    ],
  });
  faults = faultsOf(stack);
  traces = tracesOf(stack);
  const { config, foundation, lifecycle } = stack;
  const egress = openEgress({ registry: foundation.registry, config, lifecycle });
  const world = composeWorld({ config, registry: foundation.registry, egress, lifecycle });
  askers = Array.from({ length: 10 }, () => asker(world.model));
});
afterAll(() => stack.close());
beforeEach(async () => {
  await stack.db.query('truncate model_breaker');
  const people = await peopleOf(stack);
  runId = await people.start('answer-order-status', questionOf(sampleCustomers().withOneOrder()));
});
afterEach(() => faults.model({ mode: 'none' }));

/** Asks as a worker of its own does, on connections of its own. */
function asker(port: Parameters<typeof createAskCandidate>[0]['model']) {
  const { foundation, lifecycle, db } = stack;
  const { ledger, policy, registrySource: registry, seals } = foundation;
  const database = openDatabase(db.url, { connections: 2 });
  lifecycle.onClose('connections of a worker', database.close);
  const steps = createSteps(foundation);
  const tables = createPlaceholderTables(foundation);
  const askCandidate = createAskCandidate({
    ...{ steps, tables, model: port, breakers: createBreakers({ registry }) },
    guard: createGuard({ database, ledger, admit: createStages({ policy, registry }) }),
    keepCall: createKeepCall({ seals }),
    wantsRedacted: createWantsRedacted({ policy, registry }),
    planSpending: createPlanSpending({ registry }),
    regionOf: (called) => registry.current().placeOfModel(called).region,
  });
  const ask = createAsk({
    ...{ database, steps, tables, askCandidate, tellPassedOver: createTellPassedOver({ database, ledger }) },
    lostCalls: createLostCalls({ database, ledger }),
    mightHappen: createMightHappen({ policy, registry }),
  });
  return (item: string) => ask(orderOf(item));
}

function orderOf(item: string) {
  const { prompts, models } = stack.foundation.registrySource.current().snapshotFor('answer-order-status').snapshot;
  const prompt = prompts['draft-order-reply'];
  if (!prompt) throw new Error('the process has no prompt for drafts');
  const facts = { situation: 'order-found', attempt: 1 };
  return {
    step: {
      run: { id: runId, process: 'answer-order-status', execution: 1 },
      address: { runId, name: 'draft', round: 0, item },
    },
    prompt,
    models: Object.values(models),
    variables: { facts, subject: 'My lamp', text: `Where is it? I ask for ${item}.` },
    timeoutMs: 2_000,
  };
}

/** All workers ask at the same time; each question names its round. */
function askAll(round: string): Promise<AskOutcome[]> {
  return Promise.all(askers.map((ask, index) => ask(`${round}-${index}`)));
}

async function askOne(item: string, index = 0): Promise<AskOutcome> {
  const ask = askers[index];
  if (!ask) throw new Error(`there is no worker ${index}`);
  return ask(item);
}

async function breakModel(): Promise<void> {
  await faults.model({ mode: 'error' });
  for (const item of ['breaks-1', 'breaks-2', 'breaks-3']) await askOne(item);
}

const callsAbout = async (words: string) => (await faults.calls(words)).length;
const kinds = (outcomes: readonly AskOutcome[]) => outcomes.map(({ kind }) => kind);

describe('a model that failed too often', () => {
  test('is asked by none of ten workers, though one alone has learned it', async () => {
    await breakModel();
    const outcomes = await askAll('passed');
    expect(new Set(kinds(outcomes))).toEqual(new Set(['unavailable']));
    expect(await callsAbout('passed')).toBe(0);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        reason: expect.stringMatching(/^rehearsal-1 was passed over, since its calls fail since .* UTC \(HTTP 500\)$/),
        retryAfterMs: expect.any(Number),
      });
    const [entry] = await traces.ledger(runId, 'models-passed-over');
    expect(entry?.body).toMatchObject({ passedOver: [{ model, why: 'HTTP 500', isProbed: false }] });
  });

  test('is tried by one of ten workers once its time is over, and by all once it has answered', async () => {
    await breakModel();
    await letPass(opensForMs);
    await faults.model({ mode: 'stall' });
    const waiting = askAll('tried');
    await eventually('the one that tries', async () => (await callsAbout('tried')) > 0);
    await eventually('the others to be sent away', async () => {
      const told = await traces.ledger(runId, 'models-passed-over');
      return told.filter(({ body }) => JSON.stringify(body).includes('"isProbed":true')).length === 9;
    });
    expect(await callsAbout('tried')).toBe(1);
    await faults.model({ mode: 'none' });
    const tried = await waiting;
    expect(kinds(tried).filter((kind) => kind !== 'unavailable')).toHaveLength(1);
    const done = (await traces.ledger(runId, 'effect-done')).map(({ body }) => body.record as { isProbe?: boolean });
    expect(done.map(({ isProbe }) => isProbe)).toEqual([true]);
    expect(kinds(await askAll('again'))).not.toContain('unavailable');
    expect(await callsAbout('again')).toBe(10);
  });

  test('is left alone as long again where the one call failed', async () => {
    await breakModel();
    await letPass(opensForMs);
    expect((await askAll('in-vain')).map(({ kind }) => kind)).toEqual(Array(10).fill('unavailable'));
    expect(await callsAbout('in-vain')).toBe(1);
    await askAll('soon-after');
    expect(await callsAbout('soon-after')).toBe(0);
    await faults.model({ mode: 'none' });
    await letPass(opensForMs);
    expect(await askOne('at-last')).not.toMatchObject({ kind: 'unavailable' });
  });

  test('is tried by another where the one that tried it never came back', async () => {
    await breakModel();
    await faults.model({ mode: 'none' });
    await letPass(opensForMs);
    await stack.db.query(`update model_breaker set probed_until = now() + interval '20 seconds'`);
    expect(await askOne('while-tried')).toMatchObject({ kind: 'unavailable', retryAfterMs: opensForMs });
    await letPass(20_000);
    expect(await askOne('after-that')).not.toMatchObject({ kind: 'unavailable' });
  });
});

describe('failures', () => {
  test('are forgotten with the first answer after them, which alone writes that', async () => {
    await faults.model({ mode: 'error', times: 2 });
    for (const item of ['fails-1', 'fails-2', 'answers']) await askOne(item);
    expect(await row()).toMatchObject({ failures: 0, last_failure: 'overloaded', last_why: 'HTTP 500' });
    const { xmin } = await row();
    await askOne('answers-again');
    expect((await row()).xmin).toBe(xmin);
    await faults.model({ mode: 'error', times: 2 });
    for (const item of ['fails-3', 'fails-4']) await askOne(item);
    await askAll('still');
    expect(await callsAbout('still')).toBe(10);
  });

  test('that lie far apart are not counted together', async () => {
    await faults.model({ mode: 'error' });
    for (const item of ['old-1', 'old-2']) await askOne(item);
    await stack.db.query(`update model_breaker set last_at = now() - interval '2 minutes'`);
    await askOne('new-1');
    expect(await row()).toMatchObject({ failures: 1 });
  });

  test('that say nothing of the model are not counted', async () => {
    await faults.model({ mode: 'wrong-schema' });
    for (const item of ['wrong-1', 'wrong-2', 'wrong-3']) await askOne(item);
    expect((await stack.db.query('select * from model_breaker')).rows).toEqual([]);
  });

  test('with a time to come again keep everybody away until then', async () => {
    await faults.model({ mode: 'rate-limit', retryAfter: 40, times: 1 });
    await askOne('turned-away');
    await askAll('meanwhile');
    expect(await callsAbout('meanwhile')).toBe(0);
    await letPass(40_000);
    expect(await askOne('in-time')).not.toMatchObject({ kind: 'unavailable' });
  });
});

/** What the rows tell of lies so much longer ago. */
async function letPass(ms: number): Promise<void> {
  const earlier = (column: string) => `${column} = ${column} - interval '${ms} ms'`;
  const columns = ['failing_since', 'last_at', 'rests_until', 'probed_until'];
  await stack.db.query(`update model_breaker set ${columns.map(earlier).join(', ')}`);
}

async function row() {
  const { rows } = await stack.db.query('select xmin::text, * from model_breaker');
  const [found] = rows as Record<string, unknown>[];
  if (!found) throw new Error('no failure is written down');
  return found;
}
