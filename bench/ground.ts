import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#dev/local-stack/embedded-postgres.ts';
import { findTemporal } from '#dev/local-stack/find-temporal.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { startTemporalServer } from '#dev/local-stack/temporal-server.ts';
import { loadEnvironment, readConfig, repositoryRoot } from '#platform/config/index.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { connectTemporal } from '#platform/temporal/connection.ts';
import { prepareNamespace } from '#platform/temporal/namespace.ts';
import { startChild } from './child.ts';

export interface PostgresGround {
  /** The owner's address of the PostgreSQL server; it names no database of a contender. */
  postgresUrl: string;
  owner: pg.Client;
}

export interface Ground extends PostgresGround {
  folder: string;
  lifecycle: Lifecycle;
  temporalAddress: string;
  /** What both stand on, whose processor time is counted. */
  pids: { temporal: number; postgres: number; world: number };
  modelUrl: string;
  smtpPort: number;
  /** Both workers may be profiled. */
  profileFolder?: string;
}

/** What both contenders stand on, as `npm start` runs it: durable servers, and stand-ins in a process of their own. */
export async function openGround(lifecycle: Lifecycle, options: { profileFolder?: string }): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  lifecycle.onClose('folder', () => rm(folder, { recursive: true, force: true }));
  const temporal = await startTemporal(lifecycle, folder);
  const postgres = await startPostgres(lifecycle, folder);
  const world = await startWorld(lifecycle, folder);
  const pids = { temporal: temporal.pid, postgres: postgres.pid, world: world.pid };
  const { temporalAddress } = temporal;
  const { postgresUrl, owner } = postgres;
  const { modelUrl, smtpPort } = world;
  return { folder, lifecycle, temporalAddress, postgresUrl, owner, modelUrl, smtpPort, pids, ...options };
}

async function startTemporal(lifecycle: Lifecycle, folder: string) {
  const environment = loadEnvironment();
  const { cacheFolder, home, tools } = readConfig(environment);
  const say = (line: string) => console.error(line);
  const server = await startTemporalServer({
    executable: await findTemporal({ ...tools, home, cacheFolder, environment, say }),
    port: await findFreePort(),
    dbFile: join(folder, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  });
  lifecycle.onClose('Temporal', server.stop, { withinMs: 15_000 });
  const connection = await connectTemporal(server);
  await prepareNamespace(connection, { namespace: 'default', retentionDays: 30 });
  await connection.close();
  return { temporalAddress: server.address, pid: pidOf(server) };
}

export async function startPostgres(lifecycle: Lifecycle, folder: string): Promise<PostgresGround & { pid: number }> {
  const server = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    port: await findFreePort(),
    password: 'bench',
    database: 'bench',
  });
  lifecycle.onClose('PostgreSQL', server.stop, { withinMs: 20_000 });
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  lifecycle.onClose('owner', () => owner.end());
  return { postgresUrl: server.url, owner, pid: pidOf(server) };
}

/** The rehearsal model and the mailbox. */
export async function startWorld(lifecycle: Lifecycle, folder: string) {
  const [model, mailbox, smtp] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const { pid } = await startChild(lifecycle, {
    script: join(repositoryRoot, 'dev/world/main.ts'),
    settings: {
      BATON_HOME: folder,
      MODEL_PORT: String(model),
      MAILBOX_PORT: String(mailbox),
      MAILBOX_SMTP_PORT: String(smtp),
      LOG_LEVEL: 'warn',
    },
  });
  return { modelUrl: `http://127.0.0.1:${model}/v1`, smtpPort: smtp, pid };
}

function pidOf(server: { pid(): number | undefined }): number {
  const pid = server.pid();
  if (pid === undefined) throw new Error('A server of the bench has no process id');
  return pid;
}
