import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startRehearsal } from './rehearsal-client.ts';

let rehearsal: Awaited<ReturnType<typeof startRehearsal>>;

beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.close());

afterEach(async () => {
  await rehearsal.putFault({ mode: 'none' });
  await rehearsal.call('/calls', { method: 'DELETE' });
});

describe('the rehearsal model as a server', () => {
  test('says on its page that it is rules and not a model', async () => {
    expect(await (await rehearsal.call('/')).text()).toContain('not a language model');
  });

  test('lists itself as the one model', async () => {
    expect((await rehearsal.client.models.list()).data.map(({ id }) => id)).toEqual(['rehearsal-1']);
  });

  test('marks every answer as a rehearsal and counts tokens', async () => {
    const completion = await rehearsal.ask('enquiry_classification', 'Where is my order AF-101512?');
    expect(completion).toMatchObject({ model: 'rehearsal-1', system_fingerprint: 'rehearsal-rules' });
    expect(completion.usage?.prompt_tokens).toBeGreaterThan(10);
    expect(completion.usage?.total_tokens).toBe(
      (completion.usage?.prompt_tokens ?? 0) + (completion.usage?.completion_tokens ?? 0),
    );
  });

  test('introduces itself when no schema is asked for', async () => {
    const completion = await rehearsal.client.chat.completions.create({
      model: 'x',
      messages: [{ role: 'user', content: 'Who are you?' }],
    });
    expect(completion.choices[0]?.message.content).toContain('rehearsal model');
  });

  test('fills a schema it does not know with the least that fits', async () => {
    const schema = {
      type: 'object',
      required: ['name', 'count', 'mood', 'tags', 'inner', 'maybe'],
      properties: {
        name: { type: 'string' },
        count: { type: 'integer' },
        mood: { enum: ['calm', 'cross'] },
        tags: { type: 'array', items: { type: 'string' }, minItems: 1 },
        inner: { $ref: '#/$defs/inner' },
        maybe: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      },
      $defs: { inner: { type: 'object', required: ['self'], properties: { self: { type: ['string', 'null'] } } } },
    };
    const completion = await rehearsal.ask('anything', 'x', { schema });
    expect(JSON.parse(completion.choices[0]?.message.content ?? '')).toEqual({
      name: 'rehearsal',
      count: 0,
      mood: 'calm',
      tags: ['rehearsal'],
      inner: { self: 'rehearsal' },
      maybe: false,
    });
  });

  test('keeps a list of the calls it was asked, which DELETE empties', async () => {
    await rehearsal.ask('enquiry_classification', 'the same');
    await rehearsal.ask('enquiry_classification', 'the same');
    await rehearsal.ask('drafted_reply', 'another');
    const calls = (await (await rehearsal.call('/calls')).json()) as {
      schemaName: string;
      promptHash: string;
      lastMessage: string;
    }[];
    expect(calls.map(({ schemaName, lastMessage }) => [schemaName, lastMessage])).toEqual([
      ['enquiry_classification', 'the same'],
      ['enquiry_classification', 'the same'],
      ['drafted_reply', 'another'],
    ]);
    expect(calls[0]?.promptHash).toBe(calls[1]?.promptHash);
    expect(calls[0]?.promptHash).not.toBe(calls[2]?.promptHash);
    await rehearsal.call('/calls', { method: 'DELETE' });
    expect(await (await rehearsal.call('/calls')).json()).toEqual([]);
  });
});

describe('hostile input to the rehearsal model', () => {
  function postRaw(body: string): Promise<Response> {
    return rehearsal.call('/v1/chat/completions', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
  }

  test.each([
    ['broken JSON', '{"model":', 400],
    ['no messages', '{"model":"x","messages":[]}', 400],
    ['a wrong role', '{"model":"x","messages":[{"role":"tool","content":"x"}]}', 400],
    ['streaming', '{"model":"x","messages":[{"role":"user","content":"x"}],"stream":true}', 400],
    ['a bare number', '7', 400],
    [
      'more than 10 MB',
      JSON.stringify({ model: 'x', messages: [{ role: 'user', content: 'x'.repeat(11_000_000) }] }),
      413,
    ],
  ])('%s is refused in the shape of an OpenAI error', async (_what, body, status) => {
    const response = await postRaw(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      error: { message: expect.any(String), type: 'invalid_request_error', param: null, code: null },
    });
  });

  test('a prompt of 1 MB is answered in good time', async () => {
    const long = `Where is my order AF-101512? ${'On and on it goes > '.repeat(52_000)}`;
    const started = performance.now();
    expect(await rehearsal.classify(long)).toMatchObject({ category: 'order-status' });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('a schema that refers to itself for ever still ends', async () => {
    const schema = {
      $ref: '#/$defs/a',
      $defs: { a: { type: 'object', required: ['a'], properties: { a: { $ref: '#/$defs/a' } } } },
    };
    await expect(rehearsal.ask('endless', 'x', { schema })).resolves.toBeDefined();
  });

  test('keys that aim at prototypes change nothing', async () => {
    await rehearsal.draft(JSON.parse('{"situation":"routine","__proto__":{"polluted":true},"constructor":1}'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
