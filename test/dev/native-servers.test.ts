import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#dev/local-stack/embedded-postgres.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { identityOf } from '#dev/local-stack/process-identity.ts';
import { startTemporalServer } from '#dev/local-stack/temporal-server.ts';
import { connectTemporal } from '#platform/temporal/connection.ts';
import { prepareNamespace } from '#platform/temporal/namespace.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-servers-'));
  await chmod(folder, 0o711);
});
afterEach(() => rm(folder, { recursive: true }));

describe('the embedded PostgreSQL', () => {
  let server: EmbeddedPostgres | undefined;
  afterEach(() => server?.stop());

  async function start(password = 'secret'): Promise<EmbeddedPostgres> {
    server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port: await findFreePort(), password });
    return server;
  }

  async function query(text: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: server?.url });
    await client.connect();
    client.on('error', () => undefined);
    const { rows } = await client.query(text);
    await client.end();
    return rows as unknown[];
  }

  async function postmaster(): Promise<number> {
    return Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  test('keeps its data over a stop, and ends with it', async () => {
    await start();
    await query("create table kept as select 'yes' as kept");
    const pid = await postmaster();
    await server?.stop();
    expect(identityOf(pid)).toBeUndefined();
    await start();
    expect(await query('select * from kept')).toEqual([{ kept: 'yes' }]);
  });

  test('starts on what a killed one left behind', async () => {
    await start();
    await query("create table kept as select 'yes' as kept");
    process.kill(await postmaster(), 'SIGKILL');
    await server?.stop();
    await start();
    expect(await query('select * from kept')).toEqual([{ kept: 'yes' }]);
  });

  test('starts although the number in its old pid file belongs to another program', async () => {
    await start();
    const file = join(folder, 'postgres/postmaster.pid');
    const left = await readFile(file, 'utf8');
    await server?.stop();
    await writeFile(file, left.replace(/^\d+/, String(process.pid)));
    await start();
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is started again by its keeper once it is guarded', async () => {
    await start();
    const { promise: restarted, resolve } = Promise.withResolvers<string>();
    server?.guard(resolve);
    process.kill(await postmaster(), 'SIGKILL');
    expect(await restarted).toBe('ended by SIGKILL');
    await expect.poll(() => query('select 1 as one').catch(() => 'down'), { timeout: 15_000 }).toEqual([{ one: 1 }]);
  });

  test('says that keys and data do not belong together', async () => {
    await start('first');
    await server?.stop();
    await expect(start('second')).rejects.toThrow('The keys folder does not belong to this data folder');
  });
});

describe('the Temporal server', () => {
  const { temporalExecutable: executable } = inject('ground');

  test('keeps what was registered over a restart, and gives an old database what is new', async () => {
    const port = await findFreePort();
    const options = { executable, port, dbFile: join(folder, 'temporal.db'), logFile: join(folder, 'temporal.log') };
    for (const retentionDays of [3, 30]) {
      const server = await startTemporalServer(options);
      const connection = await connectTemporal(server);
      await prepareNamespace(connection, { namespace: 'default', retentionDays });
      const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(retentionDays * 86_400);
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
      expect(Object.keys(customAttributes)).toEqual(
        expect.arrayContaining(['BatonProcess', 'BatonStarterRole', 'BatonReference']),
      );
      await connection.close();
      await server.stop();
    }
  });

  test('makes a namespace that is missing', async () => {
    const connection = await connectTemporal({ address: inject('ground').temporalAddress });
    await prepareNamespace(connection, { namespace: 'somewhere-else', retentionDays: 30 });
    await prepareNamespace(connection, { namespace: 'somewhere-else', retentionDays: 30 });
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'somewhere-else' });
    expect(namespaceInfo?.name).toBe('somewhere-else');
    await connection.close();
  });

  test('says why it did not start, in its own words', async () => {
    const options = {
      executable,
      port: await findFreePort(),
      dbFile: '/nowhere/at/all.db',
      logFile: join(folder, 'log'),
    };
    await expect(startTemporalServer(options)).rejects.toThrow(/ended with exit code 1:\n.*\/nowhere/s);
  });

  test('that nobody can reach is named with its address', async () => {
    const port = await findFreePort();
    await expect(connectTemporal({ address: `127.0.0.1:${port}` })).rejects.toThrow(
      `No Temporal server answers at 127.0.0.1:${port}`,
    );
  });
});
