import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { type CodecRouterDeps, codecRouter, type DecodeAdmission } from '#api/http/temporal-ui/codec-router.ts';
import { temporalUiProxy, type UiAdmission } from '#api/http/temporal-ui/temporal-ui-proxy.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import { type KeyId, newId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import { listenHttp } from '#dev/http-listener.ts';
import { createKeyRing } from '#governance/keys/index.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import { createPayloadReader } from '#platform/codec/payload-reader.ts';
import { openDatabase } from '#platform/database/client.ts';
import { codecDeps, sharedTemporal } from '#test/platform/codec-ground.ts';
import { createTestDatabase } from '#test/stack/database.ts';
import { writeRunKey } from '#test/stack/write-run-key.ts';

export interface TemporalUiDoor {
  /** Who was shown what a payload holds, in their order: `PERSON RUN`. */
  recorded: readonly string[];
  /** Asks as somebody who is signed in, or as a stranger. */
  ask(path: string, person: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export interface TemporalUiDoorOptions {
  uiAddress?: string;
  codec?: Partial<CodecRouterDeps>;
}

export type TemporalUiGround = Awaited<ReturnType<typeof openTemporalUiGround>>;

/** Runs that nobody works on, and doors to what the Temporal UI shows of them. */
export async function openTemporalUiGround() {
  const postgres = await createTestDatabase();
  const database = openDatabase(postgres.url, { connections: 4 });
  const ring = createKeyRing({ installationSecret: randomBytes(32), database, staleAfterMilliseconds: 0 });
  const temporal = sharedTemporal();
  const connection = await Connection.connect({ address: temporal.address });
  const payloads = codecDeps(database, ring);
  const client = new Client({ connection, dataConverter: createDataConverter(payloads) });

  async function openDoor({ uiAddress = temporal.uiAddress, codec }: TemporalUiDoorOptions = {}) {
    const recorded: string[] = [];
    const recordDecode: CodecRouterDeps['recordDecode'] = async ({ person, runId }) =>
      void recorded.push(`${person.id} ${runId}`);
    const app = express();
    app.use(temporalUiProxy({ uiAddress, admit, ownCookies: ['baton-session'] }));
    app.use(codecRouter({ reader: createPayloadReader(payloads), authorise, recordDecode, ...codec }));
    app.use(problem);
    return { recorded, ...(await listen(app)) };
  }

  async function startRun(input: unknown): Promise<{ runId: string; keyId: KeyId }> {
    const runId = newId('run');
    const keyId = await writeRunKey(database.direct, { ring, runId, subjectId: newId('subject') });
    await client.workflow.start('nobody-works-on-it', { workflowId: runId, taskQueue: 'idle', args: [input] });
    return { runId, keyId };
  }

  async function close(): Promise<void> {
    await connection.close();
    await database.close();
    await postgres.drop();
  }

  return { database, ring, client, openDoor, startRun, close };
}

async function listen(app: RequestListener): Promise<Omit<TemporalUiDoor, 'recorded'>> {
  const { port, close } = await listenHttp(app, { name: 'door', port: 0 });
  const ask: TemporalUiDoor['ask'] = (path, person, init = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { cookie: `baton-session=${person}`, ...init.headers },
    });
  return { ask, close };
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
