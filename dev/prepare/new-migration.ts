// node dev/prepare/new-migration.ts NAME: writes the migration that brings the database to prisma/schema.prisma.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startEmbeddedPostgres } from '#dev/local-stack/embedded-postgres.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { findDrift } from '#platform/database/find-drift.ts';
import { migrate, migrationsFolder } from '#platform/database/migrate.ts';

const name = process.argv[2];
if (name && /^[a-z0-9_]+$/.test(name)) await writeMigration(name);
else {
  process.stderr.write('Name the migration in small letters: node dev/prepare/new-migration.ts add_something\n');
  process.exitCode = 2;
}

async function writeMigration(migration: string): Promise<void> {
  await mkdir(migrationsFolder, { recursive: true });
  const script = await compareWithSchema();
  if (script) process.stdout.write(`${relative(repositoryRoot, await write(migration, script))}\n`);
  else process.stdout.write('The schema has not changed since the last migration.\n');
}

async function compareWithSchema(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-'));
  const port = await findFreePort();
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    port,
    password: 'x',
    durable: false,
  });
  try {
    await migrate({ url: postgres.url });
    return await findDrift(postgres.url);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(migration: string, script: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${migration}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), script);
  await writeFile(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return folder;
}
