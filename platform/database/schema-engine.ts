import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { type Connection, readCatalogueChars } from './catalogue-chars.ts';
import { loadSchemaEngine } from './load-schema-engine.ts';

export interface SchemaFile {
  path: string;
  content: string;
}

export async function readSchemaFile(path: string): Promise<SchemaFile> {
  return { path, content: await readFile(path, 'utf8') };
}

/** Prisma's own migration engine as WebAssembly: no native program to download. */
export async function withSchemaEngine<Result>(
  url: string,
  schema: SchemaFile,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory(createAdapter(pool));
  const { SchemaEngine: Engine } = await loadSchemaEngine();
  const engine = await Engine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter);
  try {
    return await work(engine);
  } catch (error) {
    throw databaseErrorBehind(error, adapter.errorRegistry) ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}

interface ErrorRegistry {
  consumeError(id: number): { error: unknown } | undefined;
}

/** The engine reports a failure of the database only as a number, under which the adapter keeps it. */
function databaseErrorBehind(error: unknown, registry: ErrorRegistry): unknown {
  const id = /External error id#(\d+)/.exec(String(error))?.[1];
  return id === undefined ? undefined : registry.consumeError(Number(id))?.error;
}

/** The stock adapter, made fit for whole scripts and for reading the catalogue. */
function createAdapter(pool: pg.Pool): PrismaPg {
  const adapter = new PrismaPg(pool);
  const connect = adapter.connect.bind(adapter);
  return Object.assign(adapter, { connect: async () => readCatalogueChars(sendWholeScripts(await connect())) });
}

/** The stock adapter cuts a script at every semicolon; sent whole, function bodies stay in one piece. */
function sendWholeScripts(connection: Connection): Connection {
  const pool = connection.underlyingDriver();
  return Object.assign(connection, { executeScript: async (script: string) => void (await pool.query(script)) });
}
