import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { openTemporalUiGround, type TemporalUiDoor, type TemporalUiGround } from './temporal-ui-ground.ts';

let ground: TemporalUiGround;
let door: TemporalUiDoor;

beforeAll(async () => {
  ground = await openTemporalUiGround();
});
afterAll(() => ground?.close());
beforeEach(async () => {
  door = await ground.openDoor();
});
afterEach(() => door.close());

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

async function decode(person: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return door.ask('/codec/decode', person, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** The payloads of the run's input, as the Temporal UI gets them. */
async function inputOf(runId: string): Promise<z.infer<typeof Wire>[]> {
  const answer = await door.ask(`/temporal/api/v1/namespaces/default/workflows/${runId}/history`, 'cora');
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
    const { runId } = await ground.startRun({ text: 'secret-input' });
    const payloads = await inputOf(runId);
    expect(JSON.stringify(payloads)).not.toContain(Buffer.from('secret-input').toString('base64'));
    for (const _ of [1, 2, 3]) expect(await textOf(await decode('cora', { payloads }))).toBe('{"text":"secret-input"}');
    expect(await textOf(await decode('oz', { payloads }))).toBe('{"text":"secret-input"}');
    expect(door.recorded).toEqual([`cora ${runId}`, `oz ${runId}`]);
  });

  test('resolves payloads that are kept outside the history', async () => {
    const { runId } = await ground.startRun({ text: 'secret '.repeat(40_000) });
    const payloads = await inputOf(runId);
    expect(JSON.stringify(payloads).length).toBeLessThan(2_000);
    expect(await textOf(await decode('cora', { payloads }))).toBe(JSON.stringify({ text: 'secret '.repeat(40_000) }));
    expect(door.recorded).toEqual([`cora ${runId}`]);
  });

  test('shows a tombstone where the key was destroyed', async () => {
    const { runId, keyId } = await ground.startRun('secret-input');
    await ground.database.transaction((tx) => ground.ring.destroy(tx, keyId));
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
    expect(door.recorded).toEqual([]);
  });

  test('refuses those who are not signed in, may not read, or come from another site, and records nothing', async () => {
    const payloads = await inputOf((await ground.startRun('secret-input')).runId);
    expect((await decode('stranger', { payloads })).status).toBe(401);
    expect((await decode('sam', { payloads })).status).toBe(403);
    expect((await decode('cora', { payloads }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const preflight = await door.ask('/codec/decode', 'cora', {
      method: 'OPTIONS',
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect(door.recorded).toEqual([]);
  });

  test('shows nothing when the record cannot be written', async () => {
    await door.close();
    door = await ground.openDoor({
      codec: { recordDecode: () => Promise.reject(new AppError('database-unavailable', 'down')) },
    });
    const payloads = await inputOf((await ground.startRun('secret-input')).runId);
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
    const payloads = await inputOf((await ground.startRun('secret-input')).runId);
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
      door.ask('/codec/decode', 'cora', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await sent('{', 'application/json')).status).toBe(400);
    expect((await sent('{"payloads":[]}', 'text/plain')).status).toBe(415);
  });

  test('refuses an answer that would grow too large', async () => {
    await door.close();
    door = await ground.openDoor({ codec: { answerLimitBytes: 1_000_000 } });
    const [payload] = await inputOf((await ground.startRun('x'.repeat(300_000))).runId);
    expect((await decode('cora', { payloads: [payload, payload] })).status).toBe(200);
    expect((await decode('cora', { payloads: [payload, payload, payload] })).status).toBe(413);
  });

  test('a key id swapped in the metadata does not open the content of another run', async () => {
    const [one, other] = [await ground.startRun('secret-input'), await ground.startRun('other')];
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
