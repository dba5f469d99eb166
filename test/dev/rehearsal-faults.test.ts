import { BadRequestError, InternalServerError, RateLimitError } from 'openai';
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

const question = 'Where is my order AF-101512?';

const ofTheAnswer: readonly (readonly [string, { chat: object; responses: object }])[] = [
  ['empty', { chat: { choices: [] }, responses: { status: 'completed', output: [] } }],
  ['silent', { chat: { choices: [{ message: { content: '' } }] }, responses: { output_text: '' } }],
  [
    'cut-off',
    {
      chat: { choices: [{ finish_reason: 'length' }] },
      responses: { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
    },
  ],
  [
    'filtered',
    {
      chat: { choices: [{ finish_reason: 'content_filter', message: { content: null } }] },
      responses: { status: 'incomplete', incomplete_details: { reason: 'content_filter' } },
    },
  ],
  [
    'tool-call',
    {
      chat: { choices: [{ finish_reason: 'tool_calls', message: { tool_calls: [{ type: 'function' }] } }] },
      responses: { output: [{ type: 'function_call', name: expect.any(String) }] },
    },
  ],
  ['other-version', { chat: { model: 'rehearsal-0' }, responses: { model: 'rehearsal-0' } }],
];

const ofTheWay: readonly (readonly [string, string, (response: Response) => Promise<unknown>])[] = [
  [
    'too-large',
    'the body is over 10 MiB',
    async (response) => expect(await sizeOf(response)).toBeGreaterThan(10 << 20),
  ],
  [
    'web-page',
    'a page with 200',
    async (response) => {
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    },
  ],
  ['half-json', 'JSON that ends early', (response) => expect(response.json()).rejects.toBeInstanceOf(SyntaxError)],
  ['other-json', 'JSON of nothing', async (response) => expect(await response.json()).toEqual({ status: 'ok' })],
  ['hang-up', 'the connection ends early', (response) => expect(response.text()).rejects.toThrow('terminated')],
  [
    '{"mode":"slow","seconds":0.5}',
    'many pieces',
    async (response) => expect(await piecesOf(response)).toBeGreaterThan(5),
  ],
];

async function sizeOf(response: Response): Promise<number> {
  return (await response.arrayBuffer()).byteLength;
}

async function piecesOf(response: Response): Promise<number> {
  let pieces = 0;
  for await (const piece of response.body ?? []) pieces += piece.length > 0 ? 1 : 0;
  return pieces;
}

function postQuestion(fault: string): Promise<Response> {
  const body = JSON.stringify({ model: 'rehearsal-1', messages: [{ role: 'user', content: question }] });
  const headers = { 'content-type': 'application/json', 'x-rehearsal-fault': fault };
  return rehearsal.call('/v1/chat/completions', { method: 'POST', body, headers });
}

function askResponses(fault: string): Promise<object> {
  const asked = { model: 'rehearsal-1', input: [{ role: 'user' as const, content: question }] };
  return rehearsal.client.responses.create(asked, { headers: { 'x-rehearsal-fault': fault } });
}

async function statusOf(model: string): Promise<number | 'refused' | 'answered'> {
  const messages = [{ role: 'user' as const, content: question }];
  const { data, status } = await rehearsal.client.chat.completions
    .create({ model, messages })
    .then((data) => ({ data, status: 200 }))
    .catch(({ status }: { status: number }) => ({ data: undefined, status }));
  if (!data) return status;
  return data.choices[0]?.message.refusal ? 'refused' : 'answered';
}

describe('the rehearsal model told to misbehave', () => {
  test('fails, and says with which status', async () => {
    await rehearsal.putFault({ mode: 'error' });
    await expect(rehearsal.ask('enquiry_classification', question)).rejects.toBeInstanceOf(InternalServerError);
    await rehearsal.putFault({ mode: 'error', status: 503 });
    await expect(rehearsal.ask('enquiry_classification', question)).rejects.toMatchObject({ status: 503 });
  });

  test('limits the rate and says when to come back', async () => {
    await rehearsal.putFault({ mode: 'rate-limit', retryAfter: 7 });
    const refused = await rehearsal.ask('enquiry_classification', question).catch((problem: unknown) => problem);
    expect(refused).toBeInstanceOf(RateLimitError);
    expect((refused as RateLimitError).headers.get('retry-after')).toBe('7');
  });

  test('misbehaves as often as it was told and then no more', async () => {
    await rehearsal.putFault({ mode: 'error', times: 2 });
    await expect(rehearsal.ask('enquiry_classification', question)).rejects.toThrow();
    await expect(rehearsal.ask('enquiry_classification', question)).rejects.toThrow();
    await expect(rehearsal.ask('enquiry_classification', question)).resolves.toBeDefined();
  });

  test('rambles, breaks the schema, cuts off and refuses', async () => {
    const answers: Record<string, unknown> = {};
    for (const mode of ['ramble', 'wrong-schema', 'cut-off', 'refuse']) {
      const completion = await rehearsal.ask('enquiry_classification', question, {
        headers: { 'x-rehearsal-fault': mode },
      });
      answers[mode] = completion.choices[0];
    }
    expect(answers).toMatchObject({
      ramble: { finish_reason: 'stop', message: { content: expect.not.stringContaining('{') } },
      'wrong-schema': { message: { content: expect.stringContaining('verdict') } },
      'cut-off': { finish_reason: 'length', message: { content: expect.not.stringContaining('}') } },
      refuse: { message: { content: null, refusal: expect.any(String) } },
    });
    await expect(rehearsal.ask('enquiry_classification', question)).resolves.toBeDefined();
  });

  test('stalls until the fault is lifted and then answers', async () => {
    await rehearsal.putFault({ mode: 'stall' });
    const asked = rehearsal.ask('enquiry_classification', question);
    await expect.poll(async () => ((await (await rehearsal.call('/calls')).json()) as unknown[]).length).toBe(1);
    await rehearsal.putFault({ mode: 'none' });
    expect((await asked).choices[0]?.message.content).toContain('order-status');
  });

  test('stays well when the client goes away while it stalls', async () => {
    await rehearsal.putFault({ mode: 'stall' });
    await expect(rehearsal.ask('enquiry_classification', question, { timeout: 50 })).rejects.toThrow();
    await rehearsal.putFault({ mode: 'none' });
    await expect(rehearsal.ask('enquiry_classification', question)).resolves.toBeDefined();
  });

  test.each(ofTheAnswer)('%s: %o', async (mode, { chat, responses }) => {
    const headers = { 'x-rehearsal-fault': mode };
    expect(await rehearsal.ask('enquiry_classification', question, { headers })).toMatchObject(chat);
    expect(await askResponses(mode)).toMatchObject(responses);
    await expect(rehearsal.ask('enquiry_classification', question)).resolves.toMatchObject({ model: 'rehearsal-1' });
  });

  test.each(ofTheWay)('%s: %s', async (mode, _meaning, check) => {
    await check(await postQuestion(mode));
  });

  test('takes the details of a fault from the header of one call', async () => {
    const fault = '{"mode":"rate-limit","status":503,"retryAfter":2}';
    const headers = { 'x-rehearsal-fault': fault };
    const request = rehearsal.ask('enquiry_classification', question, { headers });
    await expect(request).rejects.toMatchObject({ status: 503 });
    await expect(rehearsal.ask('enquiry_classification', question)).resolves.toBeDefined();
  });

  test('meets a sequence in its order, and each model with its own', async () => {
    await rehearsal.putFault([
      { mode: 'rate-limit', times: 1, model: 'one' },
      { mode: 'error', model: 'one' },
      { mode: 'refuse', times: 1 },
    ]);
    const met = [];
    for (const model of ['one', 'two', 'one', 'two', 'one']) met.push(await statusOf(model));
    expect(met).toEqual([429, 'refused', 500, 'answered', 500]);
    expect(await (await rehearsal.call('/fault')).json()).toEqual([{ mode: 'error', model: 'one' }]);
  });

  test('refuses a fault that it does not know', async () => {
    expect((await rehearsal.putFault({ mode: 'explode' })).status).toBe(400);
    const request = rehearsal.ask('enquiry_classification', question, { headers: { 'x-rehearsal-fault': 'explode' } });
    await expect(request).rejects.toBeInstanceOf(BadRequestError);
  });
});

describe('the panel of the rehearsal model', () => {
  const sendForm = (path: string, fields: Record<string, string>, site = 'same-origin') =>
    rehearsal.call(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': site },
      redirect: 'manual',
    });

  test('adds faults one after the other, shows them, and stops them all', async () => {
    await rehearsal.putFault([]);
    const first = { mode: 'rate-limit', times: '1', retryAfter: '2', model: '', say: '' };
    expect((await sendForm('/panel/add', first)).status).toBe(303);
    await sendForm('/panel/add', { mode: 'obey', say: '<b>Pay</b>' });
    const inForce = [
      { mode: 'rate-limit', times: 1, retryAfter: 2 },
      { mode: 'obey', wishes: { say: '<b>Pay</b>' } },
    ];
    expect(await (await rehearsal.call('/fault')).json()).toEqual(inForce);
    const page = await (await rehearsal.call('/')).text();
    expect(page).toContain('&quot;mode&quot;:&quot;rate-limit&quot;');
    expect(page).not.toContain('<b>Pay');
    await sendForm('/panel/clear', {});
    expect(await (await rehearsal.call('/fault')).json()).toEqual([]);
  });

  test('says of a mistyped fault which there are, and where it stands', async () => {
    const answer = await rehearsal.putFault([{ mode: 'error' }, { mode: 'eror' }]);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/hang-up.* at \[1\]\.mode/);
  });

  test('refuses what no fault is, and forms of other pages', async () => {
    await rehearsal.putFault([]);
    expect((await sendForm('/panel/add', { mode: 'error', times: 'many' })).status).toBe(400);
    expect((await sendForm('/panel/add', { mode: 'error' }, 'cross-site')).status).toBe(403);
    expect(await (await rehearsal.call('/fault')).json()).toEqual([]);
  });

  test('shows the last calls with what they met', async () => {
    await postQuestion('refuse');
    expect(await (await rehearsal.call('/')).text()).toContain('<td>rehearsal-1</td><td>words</td><td>refuse</td>');
  });
});
