import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CandidateCall } from '#governance/ask/candidate-call.ts';
import { createAsk } from '#governance/ask/index.ts';
import { createLostCalls } from '#governance/ask/lost-calls.ts';
import { createPlaceholderTables } from '#governance/concealment/tables.ts';
import { createMightHappen } from '#governance/guard/whole-question.ts';
import { createSteps, type FinishedStep } from '#governance/steps/index.ts';
import { writeTogether } from '#store/write-together.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { noCharge } from '#test/stack/registry-copy.ts';

let stack: Stack;
let runId: string;

/** In the US by now, wherever it was as it answered. */
const abroad = 'openai-gpt-5-5';

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: `models/${abroad}.yaml`, path: ['region'], value: 'us' },
      { file: `models/${abroad}.yaml`, path: ['regionSource'], value: 'a test' },
      { file: `models/${abroad}.yaml`, path: ['price'], value: noCharge },
    ],
  });
  const people = await peopleOf(stack);
  runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'KA01') });
});
afterAll(() => stack.close());

const variables = { facts: {}, subject: 'Where?', text: 'Where is it?' };
const kept = { kind: 'failed', reason: 'as it was kept' } as const;

async function keep(step: Pick<FinishedStep, 'address' | 'digest'>, model: string, result: unknown = kept) {
  const { database, foundation } = stack;
  const finished = { ...step, kind: 'callModel', record: { model }, result, startedAt: new Date() };
  await writeTogether(database.direct, { writes: [await createSteps(foundation).latest(finished)] });
}

function addressOf(item: string) {
  return { runId, name: 'draft', round: 0, item };
}

/** Asks by a prompt of the run, and answers whom it had to ask anew. */
async function askAnew(item: string) {
  const { database, foundation } = stack;
  const { snapshot } = foundation.registrySource.current().snapshotFor('answer-order-status');
  const { policy, registrySource: registry } = foundation;
  const prompt = snapshot.prompts['draft-order-reply'];
  const entry = foundation.registry.models().find(({ name }) => name === abroad);
  const own = snapshot.models['rehearsal-1'];
  if (!prompt || !entry || !own) throw new Error('the registry lacks what is asked with');
  const { name, provider, model, region, rehearsal, price } = entry;
  const calls: CandidateCall[] = [];
  const ask = createAsk({
    ...{ database, steps: createSteps(foundation), tables: createPlaceholderTables(foundation) },
    mightHappen: createMightHappen({ policy, registry }),
    lostCalls: createLostCalls({ database, ledger: foundation.ledger }),

    tellPassedOver: async () => undefined,
    askCandidate: async (call) => {
      calls.push(call);
      return { kind: 'no-answer', failure: 'unreachable', reason: 'nobody is there' };
    },
  });
  const step = { run: { id: runId, process: 'answer-order-status', execution: 1 }, address: addressOf(item) };
  const models = [{ name, provider, model, region: 'eu', rehearsal, price }, own];
  expect(region).toBe('us');
  const outcome = await ask({ step, prompt, models, variables, timeoutMs: 1_000 });
  return { outcome, asked: calls.map((call) => call.model.name), digest: calls[0]?.plain.digest ?? '' };
}

describe('an answer that is kept of a step', () => {
  test('is used where its model might still be asked', async () => {
    const { digest } = await askAnew('1');
    await keep({ address: addressOf('1'), digest }, 'rehearsal-1');
    expect(await askAnew('1')).toMatchObject({ outcome: kept, asked: [] });
  });

  test('is asked for anew where the data may not go to its model any more, whatever the run was pinned to', async () => {
    const { digest } = await askAnew('2');
    await keep({ address: addressOf('2'), digest }, abroad);
    expect(await askAnew('2')).toMatchObject({ outcome: { kind: 'unavailable' }, asked: [abroad, 'rehearsal-1'] });
  });

  test('is asked for anew where nobody knows the model that gave it', async () => {
    const { digest } = await askAnew('3');
    await keep({ address: addressOf('3'), digest }, 'model-of-once');
    expect(await askAnew('3')).toMatchObject({ outcome: { kind: 'unavailable' }, asked: [abroad, 'rehearsal-1'] });
  });

  test('gives way to another model’s answer to the same question, and not to a second one of its own', async () => {
    const step = { address: addressOf('4'), digest: 'the same' };
    await keep(step, abroad);
    await keep(step, abroad, { kind: 'failed', reason: 'its second' });
    const { find } = createSteps(stack.foundation);
    expect(await find(stack.database.direct, step)).toMatchObject({ result: kept });
    await keep(step, 'rehearsal-1', { kind: 'failed', reason: 'of another' });
    expect(await find(stack.database.direct, step)).toMatchObject({ result: { reason: 'of another' } });
  });
});
