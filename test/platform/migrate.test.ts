import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#dev/local-stack/embedded-postgres.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { applicationUrl, ensureApplicationRole } from '#platform/database/application-role.ts';
import { withDatabase } from '#platform/database/connection-url.ts';
import { findDrift } from '#platform/database/find-drift.ts';
import { migrate } from '#platform/database/migrate.ts';

const schema = `
  generator client { provider = "prisma-client" }
  datasource db { provider = "postgresql" }`;

let folder: string;
let server: EmbeddedPostgres;
let url: string;
let databases = 0;

async function query(text: string, address = url): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, 'migrations', name), { recursive: true });
  await writeFile(join(folder, 'migrations', name, 'migration.sql'), sql);
}

function migrateScratch(): Promise<string[]> {
  return migrate({ url, schemaFile: join(folder, 'schema.prisma'), migrationsFolder: join(folder, 'migrations') });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-migrate-'));
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'schema.prisma'), schema);
  const port = await findFreePort();
  server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port, password: 'p w', durable: false });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  databases += 1;
  await query(`create database scratch_${databases}`, server.url);
  url = withDatabase(server.url, `scratch_${databases}`);
  await rm(join(folder, 'migrations'), { recursive: true, force: true });
  await writeMigration('1_first', "create table ledger (id bigserial primary key, note text default 'a;b');");
});

describe('migrating', () => {
  test('applies what is missing, once, and keeps Prisma’s own record', async () => {
    expect(await migrateScratch()).toEqual(['1_first']);
    await writeMigration('2_second', 'create table second (id int);');
    expect(await migrateScratch()).toEqual(['2_second']);
    expect(await migrateScratch()).toEqual([]);
    const record = await query('select migration_name, applied_steps_count from _prisma_migrations order by 1');
    expect(record).toMatchObject([
      { migration_name: '1_first' },
      { migration_name: '2_second', applied_steps_count: 1 },
    ]);
  });

  test('is done by one when several start at once', async () => {
    const applied = await Promise.all([migrateScratch(), migrateScratch(), migrateScratch()]);
    expect(applied.flat()).toEqual(['1_first']);
  });

  test('takes a function body with semicolons in one piece', async () => {
    const body = "begin raise exception 'no; never'; end";
    await writeMigration('2_function', `create function f() returns void language plpgsql as $$ ${body} $$; select 1;`);
    await migrateScratch();
    await expect(query('select f()')).rejects.toThrow('no; never');
  });

  test('says which migration failed and why, leaves nothing of it, and goes on once it is mended', async () => {
    await writeMigration('2_broken', 'create table half (id int); create tabel x (id int);');
    await expect(migrateScratch()).rejects.toThrow(/migration 2_broken cannot be migrated: syntax error.*"tabel"/);
    expect(await query("select to_regclass('half') as half")).toEqual([{ half: null }]);
    await writeMigration('2_broken', 'create table half (id int);');
    expect(await migrateScratch()).toEqual(['2_broken']);
  });

  test('refuses a migration that was changed after it was applied', async () => {
    await migrateScratch();
    await writeMigration('1_first', 'create table other (id int);');
    await expect(migrateScratch()).rejects.toThrow('it applied 1_first, and that file was changed since');
  });

  test('brings an empty database to what prisma/schema.prisma says', async () => {
    await migrate({ url });
    expect(await findDrift(url)).toBeUndefined();
  });
});

describe('the application role', () => {
  const password = 'app/pass word';
  let asApplication: string;

  beforeEach(async () => {
    await migrateScratch();
    await ensureApplicationRole({ ownerUrl: url, password });
    asApplication = applicationUrl(url, password);
    await query("insert into ledger (note) values ('kept')", asApplication);
  });

  test.each([
    "update ledger set note = 'changed'",
    'delete from ledger',
    'truncate ledger',
    'drop table ledger',
    'alter table ledger add column x int',
    'alter table ledger disable trigger all',
    'update _prisma_migrations set checksum = 0',
    'create role other',
    'set role baton',
  ])('may not: %s', async (statement) => {
    await expect(query(statement, asApplication)).rejects.toThrow(/permission denied|must be owner/);
    expect(await query('select note from ledger', asApplication)).toEqual([{ note: 'kept' }]);
  });

  test('may change every other table, those made later included', async () => {
    await query('create table later (id int)');
    await query('insert into later values (1); update later set id = 2', asApplication);
    expect(await query('delete from later returning id', asApplication)).toEqual([{ id: 2 }]);
  });

  test('may be made by several at once, and gets a new password', async () => {
    const others = ['again', 'again', 'again'].map((next) => ensureApplicationRole({ ownerUrl: url, password: next }));
    await Promise.all(others);
    await expect(query('select 1', asApplication)).rejects.toThrow('password authentication failed');
    expect(await query('select 1 as one', applicationUrl(url, 'again'))).toEqual([{ one: 1 }]);
  });
});
