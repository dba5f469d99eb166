import { describe, expect, test } from 'vitest';
import type { Blocked } from '#contracts/guard.ts';
import { type ModelFailureKind, modelFailureKinds, modelFailureRow } from '#contracts/model-failure.ts';
import type { PinnedModel, PinnedPrompt } from '#contracts/snapshot.ts';
import { createAskInTurn } from '#governance/ask/ask-in-turn.ts';
import type { CandidateOutcome, NoAnswer } from '#governance/ask/ask-outcome.ts';
import type { CandidateCall } from '#governance/ask/candidate-call.ts';

const run = { id: 'run_1', process: 'triage-enquiry', execution: 1 };
const step = { run, address: { runId: run.id, name: 'draft', round: 0, item: '1' } };
const plain = { variables: {}, rendered: { system: '', user: '' }, digest: 'asked' };
const prompt: PinnedPrompt = {
  ...{ name: 'draft-reply', version: 3, hash: '', answer: 'drafted_reply', candidates: ['first', 'second'] },
  ...{ minimumConfidence: 0.5, waitAtMost: 40 },
};
const answer = { kind: 'settled', result: { kind: 'refused', reason: 'what the second model says' } } as const;
const models = ['first', 'second'].map((name): PinnedModel => {
  return { name, provider: 'p', model: `${name}-1`, region: 'local', rehearsal: true, price: null };
});

/** Asks two models: the first as scripted, the last line again and again; the second answers. */
async function askFirst(...script: readonly (CandidateOutcome | Blocked)[]) {
  const asked: string[] = [];
  const told: string[] = [];
  const ask = createAskInTurn({
    askCandidate: async ({ model, repair, passedOver }: CandidateCall) => {
      const made = asked.filter((call) => call.startsWith('first')).length;
      asked.push(repair ? `${model.name} to mend` : model.name);
      told.push(...passedOver.map((each) => each.model));
      return model.name === 'second' ? answer : (script[made] ?? script.at(-1) ?? answer);
    },
    tellPassedOver: async (_step, passedOver) => void told.push(...passedOver.map((each) => `alone: ${each.model}`)),
  });
  const call = {
    step,
    prompt,
    answer: 'drafted_reply',
    plain,
    orderNumberPattern: undefined,
    unheard: [],
    timeoutMs: 1_000,
  } as const;
  const facts = { categories: [], jurisdictions: [] } as unknown as CandidateCall['facts'];
  const conceal = () => ({ kind: 'doubtful', doubts: [] }) as const;
  const asking = (given: readonly PinnedModel[]) => ask({ ...call, facts, conceal }, given);
  const one = models.slice(0, 1);
  return {
    both: () => asking(models),
    alone: () => asking(one),
    twice: () => asking([...one, ...one]),
    asked,
    told,
  };
}

function without(failure: ModelFailureKind, more: Partial<NoAnswer> = {}): NoAnswer {
  return { kind: 'no-answer', failure, reason: `it was ${failure}`, ...more };
}

const soon = { retryAfterMs: 20 };
const late = { retryAfterMs: 60_000 };
const repair = { answer: 'Well …', problem: 'not JSON' };

describe.each(modelFailureKinds)('a call that comes to %s', (kind) => {
  const { worth, retry } = modelFailureRow(kind);

  test(`is worth ${worth}`, async () => {
    const ground = await askFirst(without(kind, { ...soon, repair }));
    await ground.both();
    const expected = {
      'retry-here': ['first', 'first', 'second'],
      'repair-here': ['first', 'first to mend', 'second'],
      'next-candidate': ['first', 'second'],
      person: ['first'],
      never: ['first'],
    };
    expect(ground.asked).toEqual(expected[worth]);
  });

  test(`is worth ${retry === 'later' ? 'asking all again later' : 'no further attempt'} once nobody is left`, async () => {
    const outcome = await (await askFirst(without(kind, late))).alone();
    expect(outcome).toMatchObject({ kind: retry === 'later' ? 'unavailable' : 'failed', reason: `it was ${kind}` });
  });
});

describe('a model that says when to come again', () => {
  test('is waited for where that is soon, and asked once more only', async () => {
    const ground = await askFirst(without('rate-limited', soon), answer);
    const startedAt = performance.now();
    expect(await ground.both()).toEqual(answer.result);
    expect(ground.asked).toEqual(['first', 'first']);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(soon.retryAfterMs - 1);
  });

  test('is not waited for where that is late, or where it does not say', async () => {
    for (const more of [late, {}]) {
      const ground = await askFirst(without('rate-limited', more));
      await ground.both();
      expect(ground.asked).toEqual(['first', 'second']);
    }
  });

  test('is told to mend an answer that it gives after that', async () => {
    const ground = await askFirst(without('overloaded', soon), without('misshapen', { repair }), answer);
    expect(await ground.both()).toEqual(answer.result);
    expect(ground.asked).toEqual(['first', 'first', 'first to mend']);
  });

  test('is come back to at that time where it is the only one', async () => {
    expect(await (await askFirst(without('rate-limited', late))).alone()).toMatchObject(late);
  });
});

describe('a model that is passed over', () => {
  const passedOver = {
    ...{ model: 'first', since: '2026-11-23T10:00:00.000Z', until: '2026-11-23T10:01:00.000Z' },
    ...{ why: 'HTTP 500', isProbed: false },
  };

  test('is told of with the call of the next one', async () => {
    const ground = await askFirst(without('passed-over', { ...late, passedOver }));
    expect(await ground.both()).toEqual(answer.result);
    expect(ground.told).toEqual(['first']);
  });

  test('is told of alone where the next one is not asked either', async () => {
    const passed = without('passed-over', { ...late, passedOver });
    const ground = await askFirst(passed, without('limit-reached', late));
    await ground.twice();
    expect(ground.told).toEqual(['first', 'alone: first']);
  });

  test('is told of alone where nobody else is asked', async () => {
    const ground = await askFirst(without('passed-over', { ...late, passedOver }));
    await ground.alone();
    expect(ground.told).toEqual(['alone: first']);
  });
});
