import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BudgetList, GrantAnswer } from '#contracts/http/budget.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { playedByRehearsal, type RegistryEdit } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

/** What a million tokens of each cost: the first choice more than the day has for a single call, the other one little. */
const [dear, cheap] = ['openai-gpt-5-5', 'mistral-ministral-8b'] as const;
const dollars = (each: number) => {
  const micros = each * 1_000_000;
  return { currency: 'USD', input: micros, output: micros, source: 'this test', asOf: '2026-11-20' };
};
const runMost = 100;

let stack: Stack;
let people: People;
let traces: Traces;
let url: string;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'budgets/run.yaml', path: ['tokens'], value: runMost },
      { file: 'budgets/run.yaml', path: ['processes'], value: ['answer-order-status'] },
      { file: 'budgets/triage-day.yaml', path: ['money'], value: { currency: 'USD', amount: 100 } },
      { file: 'budgets/triage-day.yaml', path: ['processes'], value: ['triage-enquiry'] },
      ...['classify', 'draft'].map((profile): RegistryEdit => {
        return { file: 'profiles.yaml', path: [profile, 'candidates'], value: [dear, cheap] };
      }),
      ...[dear, cheap].flatMap((model) => playedByRehearsal(model, { region: 'gb', regionSource: 'this test' })),
      { file: `models/${dear}.yaml`, path: ['price'], value: dollars(100) },
      { file: `models/${cheap}.yaml`, path: ['price'], value: dollars(1) },
    ],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
  ({ url } = await spawnApi(stack));
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function get(path: string, as: string) {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer dev-${as}` } });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function grant(as: string, body: object, key?: string) {
  const response = await fetch(`${url}/api/budgets/run/grants`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer dev-${as}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

function waits(runId: string) {
  return eventually(`${runId} to wait`, () => stack.database.direct.pause.findFirst({ where: { runId } }));
}

/** What the budget of runs counts of this one, as an operator sees it. */
async function shownFor(runId: string) {
  const { items } = BudgetList.parse((await get('/api/budgets', 'oz')).body);
  const budget = items.find(({ name }) => name === 'run');
  return budget?.windows.find(({ window }) => window === `run/${runId}`);
}

describe('a run whose budget has no room for its next call', () => {
  test('waits with the figures, and goes on by itself once another person than who started it lets it', async () => {
    const lee = callAs('lee', url);
    const { runId } = await lee.start('answer-order-status', { ...enquiryAbout('order-status', 'JB01') });
    await waits(runId);
    const detail = await lee.run(runId);
    const figures = { budget: 'run', window: `run/${runId}`, limit: { tokens: runMost, micros: null }, resets: null };
    expect(detail.pauses).toMatchObject([{ step: 'draft', switches: [], models: [], budgets: [figures] }]);
    expect(detail.run.paused).toMatchObject({ budgets: ['run'] });
    expect(detail.timeline.map(({ text }) => text).join('\n')).toContain(
      'The run waits at this step, since the budget run',
    );
    const asked = detail.pauses[0]?.budgets[0]?.asked.tokens ?? 0;
    expect(asked).toBeGreaterThan(runMost);
    expect(await shownFor(runId)).toMatchObject({ calls: 0, waiting: [{ run: runId, asked: { tokens: asked } }] });

    const more = { window: `run/${runId}`, run: runId, tokens: 2_000_000, reason: 'it is a long letter' };
    expect(await grant('sam', more)).toMatchObject({ status: 403 });
    expect(await grant('lee', more)).toMatchObject({ status: 403, body: { code: 'policy-refused' } });
    expect(await grant('oz', { ...more, money: { currency: 'USD', amount: 1 } })).toMatchObject({ status: 422 });
    expect(await grant('oz', { ...more, window: 'run/run_1' })).toMatchObject({ status: 422 });
    expect(await stack.database.direct.pause.count({ where: { runId } })).toBe(1);

    const given = await grant('oz', more, 'once');
    expect(given.status).toBe(201);
    expect(GrantAnswer.parse((await grant('oz', more, 'once')).body)).toEqual(GrantAnswer.parse(given.body));
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');

    const { id } = GrantAnswer.parse(given.body).grant;
    const granted = { grant: id, budget: 'run', run: runId, tokens: 2_000_000, micros: 0 };
    expect(await traces.ledger(runId, 'budget-granted')).toMatchObject([{ actor: 'oz', body: granted }]);
    expect(await traces.ledger(runId, 'run-resumed')).toMatchObject([{ actor: 'budget-watch' }]);
    const paused = await traces.ledger(runId, 'run-paused');
    expect(paused).toMatchObject([{ body: { budgets: [figures] } }]);
    // What was let to the run alone is counted apart: its own budget has not become larger.
    const share = await stack.database.direct.budgetWindow.findUnique({ where: { key: `run/${runId}#${runId}` } });
    expect(Number(share?.usedTokens)).toBeGreaterThan(0);
    expect(Number(share?.reservedTokens)).toBe(0);
  });

  test('can be cancelled while it waits', async () => {
    const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'JB02') });
    await waits(runId);
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
  });
});

describe('a day that has no room for the first choice', () => {
  test('has the model asked that costs less, and the run says why', async () => {
    const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'JB03') });
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const intended = (await traces.ledger(runId, 'effect-intended')).filter(({ body }) => body.effect === 'callModel');
    expect(new Set(intended.map(({ body }) => body.asset))).toEqual(new Set([cheap]));
    const refused = await traces.ledger(runId, 'effect-refused');
    expect(refused).not.toEqual([]);
    for (const { body } of refused) expect(body).toMatchObject({ asset: dear, stage: 'budget' });
    expect(await traces.ledger(runId, 'run-paused')).toEqual([]);
  });
});

test('what models may use is not for everybody, and is counted for whoever watches', async () => {
  expect(await get('/api/budgets', 'sam')).toMatchObject({ status: 403 });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/^baton_budget_tokens\{budget="day",state="used"\} [1-9]/m);
  expect(metrics).toMatch(/^baton_budget_micros\{budget="triage-day",state="used"\} [1-9]/m);
});
