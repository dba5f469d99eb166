import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#dev/local-stack/embedded-postgres.ts';
import { findTemporal } from '#dev/local-stack/find-temporal.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { startTemporalServer } from '#dev/local-stack/temporal-server.ts';
import { loadConfig, loadEnvironment } from '#platform/config/index.ts';
import { ensureApplicationRole } from '#platform/database/application-role.ts';
import { migrate } from '#platform/database/migrate.ts';
import { connectTemporal } from '#platform/temporal/connection.ts';
import { prepareNamespace } from '#platform/temporal/namespace.ts';
import { bundleWorkflows } from '#worker/bundle.ts';
import { applicationPassword, type Ground, templateDatabase } from './ground.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ground: Ground;
  }
}

/** What all test files share: one Temporal server, one PostgreSQL, one bundle of the workflows. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-test-'));
  const stops: (() => Promise<void>)[] = [];
  const tearDown = async () => {
    await Promise.all(stops.map((stop) => stop()));
    await rm(folder, { recursive: true, force: true });
  };
  const starting = [startTemporal(folder, stops), startPostgres(folder, stops), bundle(folder)] as const;
  const [temporal, postgres, bundlePath] = await Promise.all(starting).catch(async (error: unknown) => {
    await Promise.allSettled(starting);
    await tearDown();
    throw error;
  });
  project.provide('ground', {
    temporalAddress: temporal.address,
    temporalUiPort: temporal.uiPort,
    temporalExecutable: temporal.executable,
    postgresUrl: postgres.url,
    bundlePath,
    folder,
  });
  return tearDown;
}

type Stops = (() => Promise<void>)[];

async function startTemporal(folder: string, stops: Stops) {
  const { tools, home, cacheFolder, searchPath } = searchIn();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const executable = await findTemporal({
    ...tools,
    home,
    cacheFolder,
    searchPath,
    environment: loadEnvironment(),
    say,
  });
  const [port, uiPort] = [await findFreePort(), await findFreePort()];
  const logFile = join(folder, 'temporal.log');
  const server = await startTemporalServer({ executable, port, uiPort, logFile, workflowTaskTimeoutMs: 5_000 });
  stops.push(server.stop);
  const connection = await connectTemporal({ address: server.address });
  await prepareNamespace(connection, { namespace: 'default', retentionDays: 30 });
  await connection.close();
  return { address: server.address, uiPort, executable };
}

function searchIn() {
  const { tools, home, cacheFolder } = loadConfig();
  const { temporalCli, searchPath } = tools;
  return { tools: temporalCli === undefined ? {} : { temporalCli }, home, cacheFolder, searchPath };
}

async function startPostgres(folder: string, stops: Stops) {
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    port: await findFreePort(),
    password: 'test',
    database: templateDatabase,
    durable: false,
  });
  stops.push(postgres.stop);
  await migrate({ url: postgres.url });
  await ensureApplicationRole({ ownerUrl: postgres.url, password: applicationPassword });
  return postgres;
}

async function bundle(folder: string): Promise<string> {
  const { code } = await bundleWorkflows();
  const file = join(folder, 'workflows.js');
  await writeFile(file, code);
  return file;
}
