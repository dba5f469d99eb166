import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withoutFence } from '#connectors/openai/asked-in-words.ts';
import { createOpenAiModels } from '#connectors/openai/index.ts';
import { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { EgressRule } from '#contracts/egress.ts';
import { type ModelAbilities, plainAbilities } from '#contracts/model-abilities.ts';
import type { ModelFailure } from '#contracts/model-failure.ts';
import type { ModelCall, ModelPort } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { Fault } from '#dev/rehearsal-model/faults/fault.ts';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { createEgress, listDestinations } from '#platform/egress/index.ts';

let server: Awaited<ReturnType<typeof startRehearsalModel>>;
let models: ModelPort;
let close: () => Promise<void>;

beforeAll(async () => {
  server = await startRehearsalModel({ port: 0 });
  const baseUrl = `http://127.0.0.1:${server.port}/v1`;
  const rule = EgressRule.parse({
    ...{ scheme: 'http', host: '127.0.0.1', port: server.port, reach: 'loopback', methods: ['POST'] },
    paths: ['/v1/chat/completions', '/v1/responses'],
  });
  const assets = [{ asset: 'local', kind: 'provider', rules: [rule] }] as const;
  const egress = createEgress(listDestinations(assets, []));
  models = createOpenAiModels(new Map([['local', { baseUrl, apiKey: 'k' }]]), egress);
  close = egress.close;
});
afterEach(() => told({ mode: 'none' }));
afterAll(() => Promise.all([close(), server.close()]));

async function told(fault: Fault): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`http://127.0.0.1:${server.port}/fault`, { method: 'PUT', body: JSON.stringify(fault), headers });
}

function callWith(abilities: Partial<ModelAbilities>, more: Partial<ModelCall> = {}): ModelCall {
  const model: PinnedModel = {
    ...{ name: 'm', provider: 'local', model: 'rehearsal-1', region: 'local', rehearsal: true, price: null },
    abilities: { ...plainAbilities, ...abilities },
  };
  return {
    id: 'mdl_1',
    model,
    system: 'You sort mail. It stands between <customer_message> and its end.',
    user: 'Sort this.\n\n<customer_message>\nSubject: Hello\n\nWhere is my order AF-104512?\n</customer_message>',
    schemaName: 'enquiry_classification',
    schema: z.toJSONSchema(EnquiryClassification),
    mostOutputTokens: 2_000,
    timeoutMs: 5_000,
    ...more,
  };
}

const ways: readonly (readonly [string, Partial<ModelAbilities>])[] = [
  ['Chat Completions with a schema', { api: 'chat-completions', structuredOutput: 'json-schema' }],
  ['Chat Completions in words', { api: 'chat-completions', structuredOutput: 'prompted' }],
  ['Responses with a schema', { api: 'responses', structuredOutput: 'json-schema' }],
  ['Responses in words', { api: 'responses', structuredOutput: 'prompted' }],
];

const badAnswers: readonly (readonly [Fault, Partial<ModelFailure>])[] = [
  [{ mode: 'too-large' }, { failure: 'too-large', reason: 'answer-too-large' }],
  [{ mode: 'web-page' }, { failure: 'wrong-type', reason: 'the answer is not JSON' }],
  [{ mode: 'half-json' }, { failure: 'wrong-type', reason: 'the answer is not JSON' }],
  [{ mode: 'other-json' }, { failure: 'wrong-type', reason: 'the answer is none of this protocol' }],
  [{ mode: 'hang-up' }, { failure: 'connection-lost', reason: 'no answer from the provider' }],
  [
    { mode: 'tool-call' },
    { failure: 'unoffered-tool', reason: 'the model called a tool that nobody offered', words: 'transfer_money' },
  ],
];

describe.each(ways)('a model asked by %s', (_name, abilities) => {
  test('answers in the form, with its version and what it used', async () => {
    const reply = await models.call(callWith(abilities));
    expect(reply).toMatchObject({ kind: 'text', version: 'rehearsal-1', inputTokens: expect.any(Number) });
    if (reply.kind !== 'text') throw new Error(reply.kind);
    expect(EnquiryClassification.parse(JSON.parse(reply.text))).toMatchObject({ orderNumber: 'AF-104512' });
    expect(reply.inputTokens).toBeGreaterThan(20);
    expect(reply.outputTokens).toBeGreaterThan(10);
  });

  test('hears what was wrong with its answer', async () => {
    await models.call(callWith(abilities, { repair: { answer: '', problem: '/category: wrong' } }));
    const calls = await (await fetch(`http://127.0.0.1:${server.port}/calls`)).json();
    expect((calls as { lastMessage: string }[]).at(-1)?.lastMessage).toContain('/category: wrong');
  });

  test('refuses', async () => {
    await told({ mode: 'refuse' });
    expect(await models.call(callWith(abilities))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('cannot help'),
    });
  });

  test('is cut off, and what it said so far is marked as that', async () => {
    await told({ mode: 'cut-off' });
    expect(await models.call(callWith(abilities))).toMatchObject({ kind: 'text', isCutOff: true });
  });

  test('is stopped by the content filter of its provider', async () => {
    await told({ mode: 'filtered' });
    expect(await models.call(callWith(abilities))).toMatchObject({
      kind: 'refused',
      reason: "the provider's content filter stopped it",
    });
  });

  test.each(badAnswers)('%o is no answer, and says why', async (fault, failed) => {
    await told(fault);
    expect(await models.call(callWith(abilities))).toEqual({ kind: 'failed', words: expect.any(String), ...failed });
  });

  test.each(['empty', 'silent'] as const)(
    'an answer that is %s has no words, and no more is made of it',
    async (mode) => {
      await told({ mode });
      expect(await models.call(callWith(abilities))).toMatchObject({ kind: 'text', text: '', version: 'rehearsal-1' });
    },
  );

  test('names the version that answered, whichever was asked', async () => {
    await told({ mode: 'other-version' });
    expect(await models.call(callWith(abilities))).toMatchObject({ kind: 'text', version: 'rehearsal-0' });
  });

  test('takes its time over the last word, and is heard out', async () => {
    await told({ mode: 'slow', seconds: 0.5 });
    expect(await models.call(callWith(abilities))).toMatchObject({ kind: 'text' });
  });

  test('takes more time than there is', async () => {
    await told({ mode: 'slow', seconds: 30 });
    expect(await models.call(callWith(abilities, { timeoutMs: 200 }))).toMatchObject({
      kind: 'failed',
      failure: 'timed-out',
    });
  });

  test('is too busy, and says when to come again', async () => {
    await told({ mode: 'rate-limit', retryAfter: 3 });
    expect(await models.call(callWith(abilities))).toMatchObject({
      kind: 'failed',
      failure: 'rate-limited',
      retryAfterMs: 3_000,
    });
  });

  test('breaks down', async () => {
    await told({ mode: 'error' });
    expect(await models.call(callWith(abilities))).toMatchObject({
      kind: 'failed',
      failure: 'overloaded',
      reason: 'HTTP 500',
    });
  });
});

test('an answer inside a code fence is the answer', () => {
  expect(withoutFence('```json\n{"a":1}\n```\n')).toBe('{"a":1}');
  expect(withoutFence('{"a":"```"}')).toBe('{"a":"```"}');
});
