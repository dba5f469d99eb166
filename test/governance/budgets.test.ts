import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '#governance/calendar/index.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { mostOf, openAsker, type Weight, windowNamed } from './budget-desk.ts';

const weight: Weight = { bytes: 500, mostOutputTokens: 1_000 };
const fits = 7;
const runs = 50;

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'budgets/day.yaml', path: ['tokens'], value: fits * mostOf(weight) + 1 },
      { file: 'budgets/day.yaml', path: ['money'], value: null },
      { file: 'budgets/day.yaml', path: ['unknownPrice'], value: 'refuse' },
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
        const asker = askers[index % askers.length];
        if (!asker) throw new Error('there is nobody to ask');
        const outcome = await asker(id, weight, async () => {
          seenOne();
          await everybodyAsked;
          return { kind: 'known', inputTokens: 300, outputTokens: 20, micros: 340 };
        });
        if (outcome.kind === 'blocked') seenOne();
        return outcome;
      }),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.kind === 'blocked' ? [outcome] : []));
    console.log(refused[0]);
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
