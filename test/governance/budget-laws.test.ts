import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Used } from '#governance/budgets/spending.ts';
import { createWatchBudgets } from '#governance/budgets/watch-budgets.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { tracesOf } from '#test/stack/traces.ts';
import { mostOf, openAsker, type Weight, windowNamed } from './budget-desk.ts';

const most = { tokens: 20_000, micros: 50_000 };
const fates = ['known', 'none', 'unknown', 'crash'] as const;

let stack: Stack;
let people: People;
let ask: ReturnType<typeof openAsker>;
let watch: () => Promise<boolean>;
let started = 0;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'budgets/run.yaml', path: ['tokens'], value: most.tokens },
      { file: 'budgets/run.yaml', path: ['money'], value: { currency: 'USD', amount: most.micros / 10_000 } },
    ],
  });
  people = await peopleOf(stack);
  ask = openAsker(stack, { connections: 6 });
  const { ledger, registrySource: registry } = stack.foundation;
  watch = createWatchBudgets({ database: stack.database, ledger, registry });
});
afterAll(() => stack.close());

async function aRun(): Promise<{ runId: string; window: string }> {
  started += 1;
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', `BL${started}`) });
  return { runId, window: `run/${runId}` };
}

interface Call extends Weight {
  fate: (typeof fates)[number];
  used: { inputTokens: number; outputTokens: number };
}

const calls = fc.array(
  fc.array(
    fc
      .record({
        bytes: fc.integer({ min: 0, max: 3_000 }),
        mostOutputTokens: fc.integer({ min: 100, max: 4_000 }),
        fate: fc.constantFrom(...fates),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ share, ...call }): Call => {
        const used = {
          inputTokens: Math.floor(call.bytes * share),
          outputTokens: Math.floor(call.mostOutputTokens * share),
        };
        return { ...call, used };
      }),
    { minLength: 1, maxLength: 6 },
  ),
  { minLength: 1, maxLength: 4 },
);

const costOfUsed = ({ inputTokens, outputTokens }: Call['used']) => inputTokens + 2 * outputTokens;

/** What counts of a call in the end; nothing of one that was not made. */
function countedOf(call: Call): { tokens: number; micros: number } {
  switch (call.fate) {
    case 'known':
      return { tokens: call.used.inputTokens + call.used.outputTokens, micros: costOfUsed(call.used) };
    case 'none':
      return { tokens: 0, micros: 0 };
    case 'unknown':
    case 'crash':
      return { tokens: mostOf(call), micros: mostOf(call) + call.mostOutputTokens };
  }
}

function answerOf({ fate, used }: Call): Used {
  if (fate === 'crash') throw new Error('the worker is gone');
  return fate === 'known' ? { kind: 'known', ...used, micros: costOfUsed(used) } : { kind: fate };
}

/** Whether the call was made. */
async function isMade(runId: string, call: Call): Promise<boolean> {
  try {
    return (await ask(runId, call, async () => answerOf(call))).kind === 'answered';
  } catch (error) {
    if (error instanceof Error && error.message === 'the worker is gone') return true;
    throw error;
  }
}

describe('whatever calls a run makes side by side, and whatever becomes of them', () => {
  test('no more is used and reserved than the run may use, and each call counts once, as what it came to', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (batches) => {
        const { runId, window } = await aRun();
        const made: Call[] = [];
        for (const batch of batches) {
          const outcomes = await Promise.all(batch.map(async (call) => ({ call, made: await isMade(runId, call) })));
          made.push(...outcomes.flatMap((outcome) => (outcome.made ? [outcome.call] : [])));
          const { used, reserved } = await windowNamed(stack, window);
          expect(used.tokens + reserved.tokens).toBeLessThanOrEqual(most.tokens);
          expect(used.micros + reserved.micros).toBeLessThanOrEqual(most.micros);
        }
        await stack.db.query(`update model_reservation set until = now() - interval '1 second' where run_id = $1`, [
          runId,
        ]);
        await Promise.all([watch(), watch()]);
        const counted = made.map(countedOf);
        expect(await windowNamed(stack, window)).toEqual({
          calls: made.length,
          used: {
            tokens: counted.reduce((sum, { tokens }) => sum + tokens, 0),
            micros: counted.reduce((sum, { micros }) => sum + micros, 0),
          },
          reserved: { tokens: 0, micros: 0 },
        });
      }),
      { numRuns: 25 },
    );
  });
});

const small: Weight = { bytes: 100, mostOutputTokens: 200 };

describe('a call whose end comes late', () => {
  test('counts once, as all that was reserved, where somebody had given it up before', async () => {
    const { runId, window } = await aRun();
    await ask(runId, small, async () => {
      await stack.db.query(`update model_reservation set until = now() - interval '1 second' where run_id = $1`, [
        runId,
      ]);
      await watch();
      return { kind: 'known', inputTokens: 10, outputTokens: 10, micros: 30 };
    });
    expect(await windowNamed(stack, window)).toMatchObject({
      used: { tokens: mostOf(small) },
      reserved: { tokens: 0, micros: 0 },
    });
    const expired = await tracesOf(stack).ledger(runId, 'reservation-expired');
    expect(expired).toMatchObject([{ actor: 'budget-watch', body: { tokens: mostOf(small) } }]);
  });

  test('is not given up before its time', async () => {
    const { runId, window } = await aRun();
    await ask(runId, small, async () => {
      await watch();
      expect(await windowNamed(stack, window)).toMatchObject({ reserved: { tokens: mostOf(small) } });
      return { kind: 'none' };
    });
    expect(await windowNamed(stack, window)).toMatchObject({ used: { tokens: 0 }, reserved: { tokens: 0 } });
  });
});

test('a call that came to more than was reserved counts as what it came to, and the next one has no room', async () => {
  const { runId, window } = await aRun();
  const used = { kind: 'known', inputTokens: most.tokens, outputTokens: 500, micros: 1 } as const;
  await ask(runId, small, async () => used);
  expect(await windowNamed(stack, window)).toMatchObject({ used: { tokens: most.tokens + 500 } });
  expect(await ask(runId, small, async () => ({ kind: 'none' }))).toMatchObject({ kind: 'blocked', stage: 'budget' });
});

test('the ledger says what was reserved against what, and what it came to', async () => {
  const { runId } = await aRun();
  await ask(runId, small, async () => ({ kind: 'known', inputTokens: 10, outputTokens: 5, micros: 20 }));
  await ask(runId, small, async () => ({ kind: 'unknown' }));
  const traces = tracesOf(stack);
  const intended = (await traces.ledger(runId, 'effect-intended')).map(({ body }) => JSON.stringify(body.stages));
  for (const stages of intended) expect(stages).toMatch(new RegExp(`${mostOf(small)} tokens, .*run/${runId}, `));
  const done = await traces.ledger(runId, 'effect-done');
  expect(done.map(({ body }) => body.spent)).toEqual([{ tokens: 15, micros: 20 }, 'unknown']);
});
