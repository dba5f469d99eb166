import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { Client, Connection, type DataConverter } from '@temporalio/client';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CodecRouterDeps, codecRouter, type DecodeAdmission } from '#api/http/temporal-ui/codec-router.ts';
import { isReadRequest } from '#api/http/temporal-ui/reader-rights.ts';
import { temporalUiProxy, type UiAdmission } from '#api/http/temporal-ui/temporal-ui-proxy.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import { type KeyId, newId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { createKeyRing, type KeyRing } from '#governance/keys/index.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import { createPayloadReader } from '#platform/codec/payload-reader.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { codecDeps, sharedTemporal } from '#test/platform/codec-ground.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import { writeRunKey } from '#test/stack/write-run-key.ts';

let postgres: TestDatabase;
const temporal = sharedTemporal();
let database: Database;
let ring: KeyRing;
let connection: Connection;
let client: Client;
let door: Door;
const recorded: string[] = [];

const Wire = z.object({ metadata: z.record(z.string(), z.string()), data: z.string() });
const History = z.object({
  history: z.object({
    events: z.array(
      z.looseObject({
        workflowExecutionStartedEventAttributes: z.object({ input: z.object({ payloads: z.array(Wire) }) }).optional(),
      }),
    ),
  }),
});
const Decoded = z.object({ payloads: z.array(Wire) });

beforeAll(async () => {
  postgres = await createTestDatabase();
  database = openDatabase(postgres.url, { connections: 4 });
  ring = createKeyRing({ installationSecret: randomBytes(32), database, staleAfterMilliseconds: 0 });
  connection = await Connection.connect({ address: temporal.address });
  const dataConverter: DataConverter = createDataConverter(codecDeps(database, ring));
  client = new Client({ connection, dataConverter });
});

afterAll(async () => {
  await connection?.close();
  await database?.close();
  await postgres?.drop();
});

beforeEach(async () => {
  recorded.length = 0;
  door = await openDoor();
});
afterEach(() => door.close());

interface Door {
  url: string;
  close(): Promise<void>;
}

async function openDoor(options: { uiAddress?: string; codec?: Partial<CodecRouterDeps> } = {}): Promise<Door> {
  const app = express();
  app.use(
    temporalUiProxy({ uiAddress: options.uiAddress ?? temporal.uiAddress, admit, ownCookies: ['baton-session'] }),
  );
  app.use(
    codecRouter({ reader: createPayloadReader(codecDeps(database, ring)), authorise, recordDecode, ...options.codec }),
  );
  app.use(problem);
  return listen(createServer(app));
}

async function listen(server: Server): Promise<Door> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const problem: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (isAppError(error)) response.status(error.row.status).json({ code: error.code, detail: error.message });
  else next(error);
};

const people = new Map<string, Person>([
  ['oz', { id: 'oz', name: 'Oz', roles: ['operator'], teams: [] }],
  ['cora', { id: 'cora', name: 'Cora', roles: ['compliance-officer'], teams: [] }],
  ['sam', { id: 'sam', name: 'Sam', roles: ['staff'], teams: [] }],
]);

function personOf(request: Request): Person | undefined {
  return people.get(/baton-session=(\w+)/.exec(request.get('cookie') ?? '')?.[1] ?? '');
}

async function admit(request: Request): Promise<UiAdmission> {
  const person = personOf(request);
  if (person === undefined) return { kind: 'refused', error: new AppError('not-signed-in', 'Sign in first.') };
  if (person.roles.includes('operator')) return { kind: 'operator' };
  if (person.roles.includes('compliance-officer')) return { kind: 'reader' };
  return {
    kind: 'refused',
    error: new AppError('forbidden', 'The Temporal UI is for operators and compliance officers.'),
  };
}

async function authorise(request: Request): Promise<DecodeAdmission> {
  const person = personOf(request);
  if (person === undefined) return { kind: 'refused', error: new AppError('not-signed-in', 'Sign in first.') };
  return { kind: 'admitted', person, mayDecode: () => !person.roles.includes('staff') };
}

async function recordDecode({ person, runId }: { person: Person; runId: string | undefined }): Promise<void> {
  recorded.push(`${person.id} ${runId}`);
}

function ask(path: string, person: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${door.url}${path}`, { ...init, headers: { cookie: `baton-session=${person}`, ...init.headers } });
}

async function decode(person: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return ask('/codec/decode', person, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function aRun(input: unknown): Promise<{ runId: string; keyId: KeyId }> {
  const runId = newId('run');
  const keyId = await writeRunKey(database.direct, { ring, runId, subjectId: newId('subject') });
  await client.workflow.start('nobody-works-on-it', { workflowId: runId, taskQueue: 'idle', args: [input] });
  return { runId, keyId };
}

/** The payloads of the run's input, as the Temporal UI gets them. */
async function inputOf(runId: string): Promise<z.infer<typeof Wire>[]> {
  const answer = await ask(`/temporal/api/v1/namespaces/default/workflows/${runId}/history`, 'cora');
  expect(answer.status).toBe(200);
  const { history } = History.parse(await answer.json());
  return history.events.flatMap((event) => event.workflowExecutionStartedEventAttributes?.input.payloads ?? []);
}

async function textOf(answer: Response): Promise<string> {
  const { payloads } = Decoded.parse(await answer.json());
  return payloads.map((payload) => Buffer.from(payload.data, 'base64').toString()).join();
}

describe('POST /codec/decode', () => {
  test('decodes what the Temporal UI shows, and records it once per person, run and minute', async () => {
    const { runId } = await aRun({ text: 'secret-input' });
    const payloads = await inputOf(runId);
    expect(JSON.stringify(payloads)).not.toContain(Buffer.from('secret-input').toString('base64'));
    for (const _ of [1, 2, 3]) expect(await textOf(await decode('cora', { payloads }))).toBe('{"text":"secret-input"}');
    expect(await textOf(await decode('oz', { payloads }))).toBe('{"text":"secret-input"}');
    expect(recorded).toEqual([`cora ${runId}`, `oz ${runId}`]);
  });

  test('resolves payloads that are kept outside the history', async () => {
    const { runId } = await aRun({ text: 'secret '.repeat(40_000) });
    const payloads = await inputOf(runId);
    expect(JSON.stringify(payloads).length).toBeLessThan(2_000);
    expect(await textOf(await decode('cora', { payloads }))).toBe(JSON.stringify({ text: 'secret '.repeat(40_000) }));
    expect(recorded).toEqual([`cora ${runId}`]);
  });

  test('shows a tombstone where the key was destroyed', async () => {
    const { runId, keyId } = await aRun('secret-input');
    await database.transaction((tx) => ring.destroy(tx, keyId));
    expect(await textOf(await decode('cora', { payloads: await inputOf(runId) }))).toMatch(
      /"kind":"tombstone".*Erased/,
    );
  });

  test('hands back what is not encrypted without a record', async () => {
    const clear = {
      metadata: { encoding: Buffer.from('json/plain').toString('base64') },
      data: Buffer.from('1').toString('base64'),
    };
    expect(await textOf(await decode('cora', { payloads: [clear] }))).toBe('1');
    expect(recorded).toEqual([]);
  });

  test('refuses those who are not signed in, may not read, or come from another site, and records nothing', async () => {
    const payloads = await inputOf((await aRun('secret-input')).runId);
    expect((await decode('stranger', { payloads })).status).toBe(401);
    expect((await decode('sam', { payloads })).status).toBe(403);
    expect((await decode('cora', { payloads }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const preflight = await ask('/codec/decode', 'cora', {
      method: 'OPTIONS',
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect(recorded).toEqual([]);
  });

  test('shows nothing when the record cannot be written', async () => {
    await door.close();
    door = await openDoor({
      codec: { recordDecode: () => Promise.reject(new AppError('database-unavailable', 'down')) },
    });
    const payloads = await inputOf((await aRun('secret-input')).runId);
    for (const _ of [1, 2]) expect((await decode('cora', { payloads })).status).toBe(503);
  });

  test.each([
    ['too many payloads', { payloads: Array.from({ length: 501 }, () => ({ data: '' })) }, 400],
    ['a body of 5 MB', { payloads: [{ data: 'A'.repeat(5_000_000) }] }, 413],
    ['no payloads', {}, 400],
    ['data that is not base64', { payloads: [{ data: '***' }] }, 400],
  ])('refuses %s', async (_name, body, status) => {
    expect((await decode('cora', body)).status).toBe(status);
  });

  test('gives back what cannot be read as just that, and the rest of the page beside it', async () => {
    const payloads = await inputOf((await aRun('secret-input')).runId);
    const sealed = (fields: Record<string, string>) => ({
      metadata: Object.fromEntries(
        Object.entries({ encoding: 'binary/encrypted', ...fields }).map(([name, value]) => [
          name,
          Buffer.from(value).toString('base64'),
        ]),
      ),
      data: Buffer.from('abc').toString('base64'),
    });
    const spoilt = [sealed({}), sealed({ 'encryption-key-id': 'key_0' }), reference(`pay_${'0'.repeat(32)}`)];
    const answer = await decode('cora', { payloads: [...spoilt, ...payloads] });
    expect(answer.status).toBe(200);
    const shown = Decoded.parse(await answer.json()).payloads.map(({ data }) => Buffer.from(data, 'base64').toString());
    expect(shown.slice(0, 3)).toEqual(Array(3).fill(expect.stringContaining('"kind":"unreadable"')));
    expect(shown[3]).toBe('"secret-input"');
  });

  test('refuses a body that is not JSON', async () => {
    const sent = (body: string, type: string): Promise<Response> =>
      ask('/codec/decode', 'cora', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await sent('{', 'application/json')).status).toBe(400);
    expect((await sent('{"payloads":[]}', 'text/plain')).status).toBe(415);
  });

  test('refuses an answer that would grow too large', async () => {
    await door.close();
    door = await openDoor({ codec: { answerLimitBytes: 1_000_000 } });
    const [payload] = await inputOf((await aRun('x'.repeat(300_000))).runId);
    expect((await decode('cora', { payloads: [payload, payload] })).status).toBe(200);
    expect((await decode('cora', { payloads: [payload, payload, payload] })).status).toBe(413);
  });

  test('a key id swapped in the metadata does not open the content of another run', async () => {
    const [one, other] = [await aRun('secret-input'), await aRun('other')];
    const [payload] = await inputOf(one.runId);
    const swapped = {
      ...payload,
      metadata: { ...payload?.metadata, 'encryption-key-id': Buffer.from(other.keyId).toString('base64') },
    };
    expect(await textOf(await decode('cora', { payloads: [swapped] }))).toContain('"kind":"unreadable"');
  });
});

function reference(id: string) {
  const metadata = { encoding: 'json/protobuf', messageType: 'temporal.api.sdk.v1.ExternalStorageReference' };
  const encoded = Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const data = Buffer.from(JSON.stringify({ driverName: 'baton-payloads', claimData: { id } })).toString('base64');
  return { metadata: Object.fromEntries(encoded) as Record<string, string>, data };
}

describe('/temporal', () => {
  test('serves the pages and files of the Temporal UI under a policy that lets only its own scripts run', async () => {
    const page = await ask('/temporal/', 'cora', { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(html).toContain('base: "/temporal"');
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`);
    const file = /"(\/temporal\/_app\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const loaded = await ask(file, 'cora');
    expect([loaded.status, loaded.headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
    expect(loaded.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  test('renders Markdown at /render with the policy of the Temporal UI itself', async () => {
    const rendered = await ask('/render?content=%2A%2Awaits%2A%2A%20for%20ada&theme=light', 'cora', {
      headers: { accept: 'text/html' },
    });
    expect(await rendered.text()).toContain('<strong>waits</strong> for ada');
    expect(rendered.headers.get('content-security-policy')).toContain('sandbox');
    expect((await ask('/render?content=x', 'sam')).status).toBe(403);
  });

  test('lets an operator change a run and a reader only look', async () => {
    const { runId } = await aRun('x');
    const csrf = /_csrf=([^;]+)/.exec((await ask('/temporal/', 'oz')).headers.getSetCookie().join())?.[1] ?? '';
    const terminate = (person: string, extra: Record<string, string> = {}): Promise<Response> =>
      ask(`/temporal/api/v1/namespaces/default/workflows/${runId}/terminate`, person, {
        method: 'POST',
        body: '{"reason":"test"}',
        headers: {
          cookie: `baton-session=${person}; _csrf=${csrf}`,
          'x-csrf-token': csrf,
          'content-type': 'application/json',
          ...extra,
        },
      });
    expect((await terminate('cora')).status).toBe(403);
    expect((await terminate('oz', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await client.workflow.getHandle(runId).describe()).status.name).toBe('RUNNING');
    const terminated = await terminate('oz');
    expect([terminated.status, await terminated.text()]).toEqual([200, '{}']);
    expect((await client.workflow.getHandle(runId).describe()).status.name).toBe('TERMINATED');
  });

  test('is closed to everybody else', async () => {
    expect((await ask('/temporal/', 'sam')).status).toBe(403);
    expect((await ask('/temporal/api/v1/namespaces', 'stranger')).status).toBe(401);
  });

  test.each([
    ['GET', '/api/v1/namespaces/default/workflows', true],
    ['POST', '/api/v1/namespaces/default/workflows/run_1/query/__stack_trace', true],
    ['POST', '/api/v1/namespaces/default/workflows/query/terminate', false],
    ['POST', '/api/v1/namespaces/default/workflows/run_1%2Fterminate%2F/query/x', false],
    ['POST', '/api/v1/namespaces/default/workflows/run_1/signal/query/', false],
    ['POST', '/api/v1/namespaces/default/workflows/run_1/query/x/../../terminate', false],
    ['PUT', '/api/v1/namespaces/default/workflows/run_1/query/x', false],
    ['DELETE', '/api/v1/namespaces/default/schedules/x', false],
  ])('a reader sending %s %s is let through: %s', (method, path, expected) => {
    expect(isReadRequest({ method, path })).toBe(expected);
  });

  test('answers with a clear page while the Temporal UI is down, and never repeats a query', async () => {
    await door.close();
    door = await openDoor({ uiAddress: `http://127.0.0.1:${await findFreePort()}` });
    for (const path of ['/temporal/?secret', '/render?content=secret']) {
      const page = await ask(path, 'cora', { headers: { accept: 'text/html' } });
      expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
      const text = await page.text();
      expect(text).toContain('The Temporal UI cannot be reached');
      expect(text).not.toContain('secret');
    }
    const call = await ask('/temporal/api/v1/namespaces', 'cora');
    expect([call.status, await call.json()]).toEqual([502, expect.objectContaining({ status: 502 })]);
  });

  test('keeps our cookies and tokens from the Temporal UI, and its answers from other origins', async () => {
    await door.close();
    let seen: IncomingHttpHeaders = {};
    const upstream = await listen(
      createServer((request, response) => {
        seen = request.headers;
        const set = ['_csrf=1', 'baton-session=stolen'];
        response
          .writeHead(200, { 'set-cookie': set, 'access-control-allow-origin': '*', 'content-type': 'text/html' })
          .end('<p>hello</p>');
      }),
    );
    door = await openDoor({ uiAddress: upstream.url });
    for (const accept of ['text/html', '*/*']) {
      const headers = {
        accept,
        cookie: 'baton-session=cora; _csrf=1',
        authorization: 'Bearer dev-cora',
        'x-http-method-override': 'DELETE',
      };
      const answer = await ask('/temporal/x', 'cora', { headers });
      expect(seen).toMatchObject({ cookie: '_csrf=1' });
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['authorization']));
      expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['x-http-method-override']));
      expect(answer.headers.getSetCookie()).toEqual(['_csrf=1']);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    await upstream.close();
  });
});
