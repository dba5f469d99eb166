import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type DataConverter, WorkflowFailedError, type WorkflowHandle } from '@temporalio/client';
import { type Payload, StorageDriverClaim } from '@temporalio/common';
import proto from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeyId, newId } from '#contracts/ids.ts';
import { createKeyRing, type KeyRing } from '#governance/keys/index.ts';
import { createDataConverter, failureConverterPath } from '#platform/codec/data-converter.ts';
import { createPayloadReader } from '#platform/codec/payload-reader.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import { writeRunKey } from '#test/stack/write-run-key.ts';
import { codecActivities } from './codec-activities.ts';
import { codecDeps, sharedTemporal } from './codec-ground.ts';
import { childOf, failSecretly, keepSecrets, told } from './codec-workflows.ts';

const taskQueue = 'codec';
const installationSecret = randomBytes(32);
let postgres: TestDatabase;
const temporal = sharedTemporal();
let database: Database;
let ring: KeyRing;
let dataConverter: DataConverter;
let bundle: WorkflowBundleWithSourceMap;
let connection: Connection;
let workerConnection: NativeConnection;
let worker: Worker;
let working: Promise<void>;
let client: Client;
let finished: Kept;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  postgres = await createTestDatabase();
  database = openDatabase(postgres.url, { connections: 4 });
  ring = createKeyRing({ installationSecret, database, staleAfterMilliseconds: 0 });
  dataConverter = createDataConverter(codecDeps(database, ring));
  bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./codec-workflows.ts', import.meta.url)),
    failureConverterPath,
  });
  connection = await Connection.connect({ address: temporal.address });
  client = new Client({ connection, dataConverter });
  workerConnection = await NativeConnection.connect({ address: temporal.address });
  worker = await Worker.create({
    connection: workerConnection,
    taskQueue,
    workflowBundle: bundle,
    activities: codecActivities,
    dataConverter: createDataConverter(codecDeps(database, createKeyRing({ installationSecret, database }))),
  });
  working = worker.run();
  finished = await aFinishedRun();
});

afterAll(async () => {
  worker?.shutdown();
  await working;
  await workerConnection?.close();
  await connection?.close();
  await database?.close();
  await postgres?.drop();
});

interface Kept {
  runId: string;
  childId: string;
  keyId: KeyId;
  handle: WorkflowHandle<typeof keepSecrets>;
}

async function aRunKey(runId: string): Promise<KeyId> {
  return writeRunKey(database.direct, { ring, runId, subjectId: newId('subject') });
}

/** A run that was told a secret and is over. */
async function aFinishedRun(): Promise<Kept> {
  const runId = newId('run');
  const childId = childOf(runId);
  const keyId = await aRunKey(runId);
  await aRunKey(childId);
  const handle = await client.workflow.start(keepSecrets, {
    workflowId: runId,
    taskQueue,
    args: [{ text: 'secret-input' }],
    memo: { note: 'secret-memo' },
    staticSummary: 'secret-static-summary',
    staticDetails: 'secret-static-details',
  });
  await handle.signal(told, 'secret-signal');
  await handle.result();
  return { runId, childId, keyId, handle };
}

async function rawHistory(workflowId: string): Promise<Buffer> {
  const request = { namespace: 'default', execution: { workflowId } };
  const response = await connection.workflowService.getWorkflowExecutionHistory(request);
  return Buffer.from(
    proto.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse.encode(response).finish(),
  );
}

async function rawDescription(workflowId: string): Promise<Buffer> {
  const response = await connection.workflowService.describeWorkflowExecution({
    namespace: 'default',
    execution: { workflowId },
  });
  return Buffer.from(proto.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse.encode(response).finish());
}

test('nothing of a run is readable in its raw history, and all of it comes back decoded', async () => {
  const { runId, childId, handle } = finished;
  for (const id of [runId, childId]) {
    const history = await rawHistory(id);
    expect(history.length).toBeGreaterThan(2_000);
    expect(history.length).toBeLessThan(100_000);
    expect(history.toString('latin1')).not.toMatch(/secret-/);
    expect(history.toString('latin1')).not.toContain(Buffer.from('secret-').toString('base64').slice(0, 8));
    expect((await rawDescription(id)).toString('latin1')).not.toMatch(/secret-/);
  }
  const result = await handle.result();
  expect(result).toMatchObject({
    repeated: 'secret-activity of secret-input',
    local: 'secret-local of secret-input',
    child: 'secret-child of secret-input, told on',
    heard: 'secret-signal',
    failure: 'ApplicationFailure: secret-activity-failure of secret-input',
  });
  expect(result.large.length).toBeGreaterThan(290_000);
  const description = await handle.describe();
  expect(description.memo).toEqual({ note: 'secret-memo' });
  expect(await description.staticSummary()).toBe('secret-static-summary');
});

test('summaries of activities and timers, and current details, are covered', async () => {
  const { runId, handle } = finished;
  const reader = createPayloadReader(codecDeps(database, ring));
  const { history } = await connection.workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution: { workflowId: runId },
  });
  const summaries = (history?.events ?? []).flatMap((event) => event.userMetadata?.summary ?? []);
  const decoded = await Promise.all(
    summaries.map(async (summary) => Buffer.from((await reader.decode(summary)).data ?? []).toString()),
  );
  expect(decoded).toEqual(
    expect.arrayContaining(['"secret-static-summary"', '"secret-timer-summary"', '"secret-activity-summary"']),
  );
  const raw = await connection.workflowService.queryWorkflow({
    namespace: 'default',
    execution: { workflowId: runId },
    query: { queryType: '__temporal_workflow_metadata' },
  });
  const [answer] = raw.queryResult?.payloads ?? [];
  expect(Buffer.from(answer?.data ?? []).toString('latin1')).not.toMatch(/secret-/);
  expect(await handle.query('__temporal_workflow_metadata')).toMatchObject({
    currentDetails: 'secret-current-details of secret-input',
  });
});

test('large payloads stand encrypted in the payload table under the run whose key they need', async () => {
  const { runId } = finished;
  const rows = await database.direct.payload.findMany({ where: { runId } });
  expect(rows.length).toBeGreaterThanOrEqual(2);
  for (const row of rows) {
    expect(row.bytes.length).toBeGreaterThan(290_000);
    expect(Buffer.from(row.bytes).toString('latin1')).not.toMatch(/secret-/);
  }
});

test('the text and details of a failure are encrypted, and its type stays readable', async () => {
  const runId = newId('run');
  await aRunKey(runId);
  const handle = await client.workflow.start(failSecretly, { workflowId: runId, taskQueue, args: ['secret-input'] });
  const error = await handle.result().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WorkflowFailedError);
  expect(String(error instanceof Error ? error.cause : error)).toContain('secret-failure of secret-input');
  const raw = (await rawHistory(runId)).toString('latin1');
  expect(raw).not.toMatch(/secret-|codec-workflows/);
  expect(raw).toContain('planned');
});

test('after the key is destroyed results, history and failures read as tombstones, and the closed run still replays', async () => {
  const { runId, keyId, handle, childId } = await aFinishedRun();
  await database.transaction((tx) => ring.destroy(tx, keyId));
  expect(await handle.result()).toEqual({
    kind: 'tombstone',
    keyId,
    message: 'Erased: the key to this content was destroyed.',
  });
  const history = await handle.fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, history, runId);
  expect(await client.workflow.getHandle(childId).result()).toBe('secret-child of secret-input, told on');

  const failedId = newId('run');
  const failedKey = await aRunKey(failedId);
  const failed = await client.workflow.start(failSecretly, { workflowId: failedId, taskQueue, args: ['secret-input'] });
  await failed.result().catch(() => undefined);
  await database.transaction((tx) => ring.destroy(tx, failedKey));
  const error = await failed.result().catch((thrown: unknown) => thrown);
  expect(String(error instanceof Error ? error.cause : error)).toContain(
    'Erased: the key to this content was destroyed.',
  );
  await Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, await failed.fetchHistory(), failedId);
});

test('a payload whose row was removed after the key was destroyed is a tombstone too', async () => {
  const { runId, keyId, handle } = await aFinishedRun();
  await database.direct.payload.deleteMany({ where: { runId } });
  expect(await handle.result()).toMatchObject({
    kind: 'unreadable',
    why: expect.stringContaining('is not in the table'),
  });
  await database.transaction((tx) => ring.destroy(tx, keyId));
  expect(await handle.result()).toMatchObject({ kind: 'tombstone', keyId });
});

test('a workflow without a key of its own is encrypted under the key of the installation', async () => {
  const workflowId = 'not-a-run';
  const handle = await client.workflow.start(failSecretly, { workflowId, taskQueue, args: ['secret-input'] });
  await handle.result().catch(() => undefined);
  const raw = (await rawHistory(workflowId)).toString('latin1');
  expect(raw).not.toMatch(/secret-/);
  expect(raw).toContain(await ring.installationKey());
});

describe('content that nobody can read', () => {
  const sealedAs = (keyId: string) => ({ encoding: 'binary/encrypted', 'encryption-key-id': keyId });

  test.each([
    ['sealed under no key', { encoding: 'binary/encrypted' }, 'abc'],
    ['sealed under a key that is not there', sealedAs('key_0'), 'abc'],
    ['in an encoding nobody knows', { encoding: 'weird' }, 'abc'],
    ['in no encoding', {}, 'abc'],
    ['called JSON and is not', { encoding: 'json/plain' }, '{'],
  ])('%s is a value like any other', async (_name, metadata, data) => {
    expect(await decodedText({ metadata: bytesOf(metadata), data: Buffer.from(data) })).toMatch(
      /^{"kind":"unreadable","why":/,
    );
  });

  test('that was changed since it was sealed is a value too', async () => {
    const [payload] =
      (await dataConverter.payloadCodecs?.[0]?.encode([{ metadata: {}, data: Buffer.from('x') }])) ?? [];
    const changed = Buffer.from(payload?.data ?? []);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(await decodedText({ ...payload, data: changed })).toContain('"kind":"unreadable"');
  });

  test('is told apart from keys that cannot be reached, which still fail', async () => {
    const away = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/none', { connections: 1 });
    const lonely = createKeyRing({ installationSecret, database: away });
    const codec = createDataConverter(codecDeps(away, lonely)).payloadCodecs?.[0];
    const sealed = await dataConverter.payloadCodecs?.[0]?.encode([{ metadata: {}, data: Buffer.from('x') }]);
    await expect(codec?.decode(sealed ?? [])).rejects.toThrow();
    await away.close();
  });

  test('is told apart from keys of another installation, which fail until the right ones are there', async () => {
    const stranger = createKeyRing({ installationSecret: randomBytes(32), database });
    const codec = createDataConverter(codecDeps(database, stranger)).payloadCodecs?.[0];
    const sealed = await dataConverter.payloadCodecs?.[0]?.encode([{ metadata: {}, data: Buffer.from('x') }]);
    await expect(codec?.decode(sealed ?? [])).rejects.toThrow(/different backups/);
  });

  test('from a store that is not ours does not keep a workflow from going on', async () => {
    const driver = dataConverter.externalStorage?.getDriver('elsewhere');
    const [retrieved] = (await driver?.retrieve({}, [new StorageDriverClaim({ id: 'x' })])) ?? [];
    expect(Buffer.from(retrieved?.data ?? []).toString()).toContain('"kind":"unreadable"');
  });

  async function decodedText(payload: Payload): Promise<string> {
    const [decoded] = (await dataConverter.payloadCodecs?.[0]?.decode([payload])) ?? [];
    return Buffer.from(decoded?.data ?? []).toString();
  }

  function bytesOf(metadata: Record<string, string>): Record<string, Uint8Array> {
    return Object.fromEntries(Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text)]));
  }
});
