import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { layFoundation } from '#governance/foundation.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { openDatabase } from '#platform/database/client.ts';
import { withDatabase } from '#platform/database/connection-url.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { type BatonGround, prepareBaton } from '../baton.ts';
import { startChild } from '../child.ts';
import { type PostgresGround, startPostgres } from '../ground.ts';
import { fill } from './fill.ts';

export interface Lists {
  /** The API, and its process. */
  url: string;
  pid: number;
  owner: pg.Client;
  runs: number;
  bytes: number;
}

/** The API before a database with very much to list; nothing works on it, so that all load is what asks. */
export async function openLists(
  lifecycle: Lifecycle,
  { runs, keepFolder }: { runs: number; keepFolder?: string },
): Promise<Lists> {
  const folder = keepFolder ?? (await makeFolder(lifecycle));
  const postgres = await startPostgres(lifecycle, folder);
  // Nothing is dispatched and nothing sent: what is asked for stands in the database.
  const nobody = { temporalAddress: '127.0.0.1:1', smtpPort: 1, modelUrl: 'http://127.0.0.1:1/v1' };
  const prepared = await prepareBaton({ folder, ...postgres, ...nobody });
  const owner = await openOwner(lifecycle, postgres);
  if (await isEmpty(owner)) await fillFor(owner, prepared, runs);
  const { rows } = await owner.query<{ runs: string; bytes: string }>(
    'SELECT (SELECT count(*) FROM run) AS runs, pg_database_size(current_database()) AS bytes',
  );
  const [api, smtp] = [await findFreePort(), await findFreePort()];
  const { pid } = await startChild(lifecycle, {
    script: join(repositoryRoot, 'api/main.ts'),
    settings: { ...prepared.settings, BATON_PORT: String(api), SMTP_PORT: String(smtp) },
  });
  return { url: `http://127.0.0.1:${api}`, pid, owner, runs: Number(rows[0]?.runs), bytes: Number(rows[0]?.bytes) };
}

async function makeFolder(lifecycle: Lifecycle): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  lifecycle.onClose('folder', () => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function openOwner(lifecycle: Lifecycle, { postgresUrl }: PostgresGround): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: withDatabase(postgresUrl, 'baton') });
  await owner.connect();
  lifecycle.onClose('owner of the lists', () => owner.end());
  return owner;
}

async function isEmpty(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query('SELECT 1 FROM run LIMIT 1');
  return rows.length === 0;
}

async function fillFor(owner: pg.Client, { databaseUrl, config }: BatonGround, runs: number): Promise<void> {
  const database = openDatabase(databaseUrl, { connections: 4 });
  const { registryFolder, keysFolder, providerVariables } = config;
  const foundation = await layFoundation({ registryFolder, keysFolder, providerVariables, keyDatabase: database });
  await fill(owner, { database, foundation, runs });
  await database.close();
}
