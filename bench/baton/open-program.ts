import { type Foundation, layFoundation } from '#governance/foundation.ts';
import type { Config } from '#platform/config/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';

export interface Program {
  database: Database;
  foundation: Foundation;
}

/** One program of Baton's: what it knows, it has read itself. */
export async function openProgram(
  lifecycle: Lifecycle,
  { config, databaseUrl }: { config: Config; databaseUrl: string },
): Promise<Program> {
  const database = openDatabase(databaseUrl, { connections: config.database.connections });
  lifecycle.onClose('database', database.close);
  const keyDatabase = openDatabase(databaseUrl, { connections: 2 });
  lifecycle.onClose('key database', keyDatabase.close);
  const { registryFolder, keysFolder, providerVariables } = config;
  return { database, foundation: await layFoundation({ registryFolder, keysFolder, providerVariables, keyDatabase }) };
}
