import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createOpenAiModels } from '#connectors/openai/index.ts';
import { EgressRule } from '#contracts/egress.ts';
import type { ModelCall, ModelPort } from '#contracts/ports/model.ts';
import { createEgress, type Egress, listDestinations } from '#platform/egress/index.ts';

const apiKey = 'sk-of-this-test-alone';
const seen: IncomingHttpHeaders[] = [];
const server = createServer((request, response) => {
  seen.push(request.headers);
  const message = `Incorrect API key provided: ${request.headers.authorization?.slice(7)}. Look it up.`;
  request.resume().on('end', () => response.writeHead(401).end(JSON.stringify({ error: { message } })));
});
const model = { name: 'm', provider: 'local', model: 'm-1', region: 'local', rehearsal: true, price: null };
const call: ModelCall = {
  ...{ id: 'mdl_1', model, system: 'You sort mail.', user: 'Sort the letter of Mara Quist.' },
  ...{ schemaName: 'answer', schema: {}, mostOutputTokens: 10, timeoutMs: 5_000 },
};
let egress: Egress;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const place = { scheme: 'http', host: '127.0.0.1', port, reach: 'loopback' };
  const rule = EgressRule.parse({ ...place, methods: ['POST'], paths: ['/v1/chat/completions'] });
  egress = createEgress(listDestinations([{ asset: 'local', kind: 'provider', rules: [rule] }], []));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await egress.close();
  server.close();
});

function models(): ModelPort {
  const { port } = server.address() as AddressInfo;
  const idempotencyHeader = 'Idempotency-Key';
  const provider = { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey, idempotencyHeader };
  return createOpenAiModels(new Map([['local', provider]]), egress);
}

describe('what the client reads from the environment by itself', () => {
  test('goes to no provider: headers are those of the call', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'org-of-another-provider');
    vi.stubEnv('OPENAI_PROJECT_ID', 'project-of-another-provider');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-Secret: of-a-gateway\nAuthorization: Bearer sk-of-another');
    await models().call(call);
    const { authorization, 'idempotency-key': name, ...others } = seen.at(-1) ?? {};
    expect({ authorization, name }).toEqual({ authorization: `Bearer ${apiKey}`, name: 'mdl_1' });
    expect(JSON.stringify(others)).not.toMatch(/another|secret|gateway/i);
  });

  test('makes it write no words of a call where programs write their log', async () => {
    vi.stubEnv('OPENAI_LOG', 'debug');
    const written = (['debug', 'info', 'warn', 'error', 'log'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    await models().call(call);
    expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

test('a key that a provider says again stands in nothing that is kept or shown', async () => {
  const reply = await models().call(call);
  expect(reply).toMatchObject({ kind: 'failed', failure: 'key-refused', words: expect.stringContaining('Look it up') });
  expect(JSON.stringify(reply)).not.toContain(apiKey);
});
