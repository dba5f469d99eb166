import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationDirectory, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { repositoryRoot } from '#platform/config/repository-root.ts';
import { withoutPassword } from './connection-url.ts';
import { readSchemaFile, withSchemaEngine } from './schema-engine.ts';

export interface MigrateOptions {
  /** The owner of the tables. */
  url: string;
  schemaFile?: string;
  migrationsFolder?: string;
}

export const schemaFile = join(repositoryRoot, 'prisma/schema.prisma');
export const migrationsFolder = join(repositoryRoot, 'prisma/migrations');

/** Every Baton that migrates this database waits for this number. */
const advisoryLock = 'select pg_advisory_lock(824501, 1)';

/** Applies what is missing of the migration folders and returns the names of what it applied. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const lock = new pg.Client({ connectionString: options.url });
  await lock.connect();
  try {
    await lock.query(advisoryLock);
    return await apply(options);
  } finally {
    await lock.end();
  }
}

async function apply({ url, ...options }: MigrateOptions): Promise<string[]> {
  const migrationsList = await readMigrations(options.migrationsFolder ?? migrationsFolder);
  const schema = await readSchemaFile(options.schemaFile ?? schemaFile);
  const filters = { externalTables: [], externalEnums: [] };
  try {
    return await withSchemaEngine(url, schema, async (engine) => {
      insistOnUnchanged((await readHistory(engine, migrationsList)).editedMigrationNames);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      return appliedMigrationNames;
    });
  } catch (error) {
    const failed = await withSchemaEngine(url, schema, (engine) => forgetFailed(engine, migrationsList));
    const reason = error instanceof Error ? error.message : String(error);
    const place = [withoutPassword(url), ...failed].join(', migration ');
    throw new Error(`The database ${place} cannot be migrated: ${reason}`, { cause: error });
  }
}

function insistOnUnchanged(edited: readonly string[]): void {
  if (edited.length === 0) return;
  const names = edited.join(', ');
  throw new Error(
    `it applied ${names}, and that file was changed since. Put the file back, or start with a new database`,
  );
}

/** A script runs in one transaction, so a failed one left nothing: it may be tried again once it is mended. */
async function forgetFailed(engine: SchemaEngine, migrationsList: MigrationList): Promise<string[]> {
  const { failedMigrationNames } = await readHistory(engine, migrationsList);
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  return failedMigrationNames;
}

function readHistory(engine: SchemaEngine, migrationsList: MigrationList) {
  const filters = { externalTables: [], externalEnums: [] };
  return engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: false });
}

/** The migration folders in the form the schema engine takes. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.toSorted().map((name) => readMigration(folder, name))),
  };
}

async function readMigration(folder: string, name: string): Promise<MigrationDirectory> {
  const value = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
}
