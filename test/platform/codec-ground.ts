import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '#dev/local-stack/embedded-postgres.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { createCodecKeys, type KeyRing } from '#governance/keys/index.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';
import { loadEnvironment } from '#platform/config/index.ts';
import type { Database } from '#platform/database/client.ts';
import { findPayload, putPayload } from '#store/payloads.ts';

/** The ground the codec stands on: a PostgreSQL with the two tables it needs, and a Temporal dev server. */
export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

const tables = `
  CREATE TABLE data_key (id text PRIMARY KEY, scope text NOT NULL, run_id text UNIQUE, subject_id text, wrapped bytea,
    created_at timestamptz(3) NOT NULL DEFAULT now(), destroyed_at timestamptz(3));
  CREATE TABLE payload (id text PRIMARY KEY, run_id text, bytes bytea NOT NULL, created_at timestamptz(3) NOT NULL DEFAULT now());`;

export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-codec-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    folder: join(folder, 'data'),
    port: await findFreePort(),
    password: 'baton',
    durable: false,
  });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(tables);
  await client.end();
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function codecDeps(database: Database, ring: KeyRing): PayloadStorageDeps {
  return {
    keys: createCodecKeys(ring),
    payloads: { put: (payload) => putPayload(database.direct, payload), get: (id) => findPayload(database.direct, id) },
  };
}

export interface TestTemporal {
  address: string;
  uiAddress: string;
  stop(): Promise<void>;
}

export async function startTemporal(): Promise<TestTemporal> {
  const [port, uiPort] = [await findFreePort(), await findFreePort()];
  const child = spawn(
    loadEnvironment().TEMPORAL_CLI ?? 'temporal',
    [
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      `${port}`,
      '--ui-port',
      `${uiPort}`,
      '--ui-public-path',
      '/temporal',
      '--ui-codec-endpoint',
      '/codec',
      '--log-level',
      'error',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await isReady(child);
  const uiAddress = `http://127.0.0.1:${uiPort}`;
  await hasReachedServer(uiAddress);
  return {
    address: `127.0.0.1:${port}`,
    uiAddress,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The server prints its addresses once it takes calls. */
async function isReady(child: ChildProcess): Promise<void> {
  const failed = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the Temporal dev server ended with ${code}`)),
  );
  failed.catch(() => undefined);
  const printed = new Promise<void>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (/Metrics:/.test(text)) resolve();
    });
  });
  await Promise.race([printed, failed]);
}

/** The UI listens before its own connection to the server stands. */
async function hasReachedServer(uiAddress: string): Promise<void> {
  while (!(await fetch(`${uiAddress}/temporal/api/v1/namespaces/default`)).ok) await pause(50);
}
