import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlanSpending } from '#governance/budgets/plan-spending.ts';
import { dayAt } from '#governance/calendar/index.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { type Asker, aModel, mostOf, openAsker, type Weight, windowNamed } from './budget-desk.ts';

const weight: Weight = { bytes: 500, mostOutputTokens: 1_000 };
const fits = 7;
const runs = 50;

/** A model whose provider takes so much in a minute. */
const limited = { ...aModel, name: 'openai-gpt-5-4-mini' };

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'budgets/day.yaml', path: ['tokens'], value: fits * mostOf(weight) + 1 },
      { file: 'budgets/day.yaml', path: ['money'], value: null },
      { file: 'budgets/day.yaml', path: ['unknownPrice'], value: 'refuse' },
      { file: `models/${limited.name}.yaml`, path: ['limits'], value: { requests: 3, tokens: 20_000 } },
      { file: 'budgets/caller-day.yaml', path: ['tokens'], value: null },
      { file: 'budgets/caller-day.yaml', path: ['money'], value: { currency: 'EUR', amount: 1 } },
      { file: 'budgets/caller-day.yaml', path: ['processes'], value: ['triage-enquiry'] },
    ],
  });
  people = await peopleOf(stack);
});
afterAll(() => stack.close());

const today = () => dayAt('Europe/London', Date.now()).date;

async function startRuns(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `BU${index}`);
  return Promise.all(
    names.map((name) => people.start('answer-order-status', { ...enquiryAbout('order-status', name) })),
  );
}

/** They take turns. */
function askerAt(askers: readonly Asker[], index: number): Asker {
  const asker = askers[index % askers.length];
  if (!asker) throw new Error('there is nobody to ask');
  return asker;
}

describe('fifty runs that ask at once, at five workers, where the day has room for seven', () => {
  test('seven calls are made and not one more, and what they did not use is free again', async () => {
    const askers = Array.from({ length: 5 }, () => openAsker(stack, { connections: 10 }));
    const ids = await startRuns(runs);
    const { promise: everybodyAsked, resolve } = Promise.withResolvers<void>();
    let seen = 0;
    const seenOne = () => {
      seen += 1;
      if (seen === runs) resolve();
    };
    const outcomes = await Promise.all(
      ids.map(async (id, index) => {
        const outcome = await askerAt(askers, index)(id, weight, async () => {
          seenOne();
          await everybodyAsked;
          return { kind: 'known', inputTokens: 300, outputTokens: 20, micros: 340 };
        });
        if (outcome.kind === 'blocked') seenOne();
        return outcome;
      }),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.kind === 'blocked' ? [outcome] : []));
    expect(refused).toHaveLength(runs - fits);
    const window = `day/${today()}`;
    for (const each of refused) expect(each).toMatchObject({ stage: 'budget', atLimit: 'pause' });
    expect(await windowNamed(stack, window)).toEqual({
      calls: fits,
      used: { tokens: fits * 320, micros: 0 },
      reserved: { tokens: 0, micros: 0 },
    });
    expect(await stack.database.direct.modelReservation.count()).toBe(0);
  });
});

/** In the first half of a minute, so that none begins while it is asked. */
async function earlyInAMinute(): Promise<void> {
  const into = Date.now() % 60_000;
  if (into > 50_000) await setTimeout(60_000 - into);
}

describe('a model of which no more may be asked in this minute', () => {
  test('is asked as often as its provider takes, by all workers together, and says when it may be asked again', async () => {
    await stack.db.query('delete from budget_window');
    await earlyInAMinute();
    const askers = Array.from({ length: 4 }, () => openAsker(stack, { connections: 2 }));
    const ids = await startRuns(8);
    const asked = { ...weight, bytes: 0, mostOutputTokens: 1, model: limited };
    const outcomes = await Promise.all(
      ids.map((id, index) => askerAt(askers, index)(id, asked, async () => ({ kind: 'none' }))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.kind === 'blocked' ? [outcome] : []));
    expect(refused).toHaveLength(5);
    const until = new Date(Math.ceil(Date.now() / 60_000) * 60_000).toISOString();
    for (const each of refused) expect(each).toMatchObject({ stage: 'budget', heal: 'other-candidate', until });
  });

  test('is left for another where a single call may take more than it takes in a minute', async () => {
    const [runId = ''] = await startRuns(1);
    const asker = openAsker(stack, { connections: 1 });
    const outcome = await asker(runId, { ...weight, bytes: 30_000, model: limited }, async () => ({ kind: 'none' }));
    expect(outcome).toMatchObject({ stage: 'budget', heal: 'other-candidate' });
    expect(outcome).not.toHaveProperty('until');
  });
});

describe('a model whose price is not known in the currency of a budget', () => {
  test('is not asked where the budget refuses that, and the reason names the file and the line to write', () => {
    const { registrySource: registry } = stack.foundation;
    const request = { system: '', user: '', schema: null, mostOutputTokens: 1, timeoutMs: 1 };
    const run = { id: 'run_1', process: 'triage-enquiry' };
    const planned = createPlanSpending({ registry })({ id: 'mdl_1', run, model: aModel, request });
    expect(planned).toMatchObject({ kind: 'unpriced' });
    expect(planned).toHaveProperty('reason', expect.stringContaining('registry/models/rehearsal-1.yaml'));
    expect(planned).toHaveProperty('reason', expect.stringContaining("'unknownPrice: tokens-only'"));
  });
});
