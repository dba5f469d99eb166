import { join } from 'node:path';
import { type Config, ConfigError } from '#platform/config/index.ts';
import { applicationRoleFor, defaultApplicationRole } from '#platform/database/application-role.ts';
import { roleOf } from '#platform/database/connection-url.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { PrintLine } from './print-line.ts';
import { makePrivateFolder } from './private-files.ts';
import { readOrCreateSecret } from './secret-file.ts';

export interface StackPart {
  config: Config;
  lifecycle: Lifecycle;
  say: PrintLine;
}

/** PostgreSQL up, tables up to date, application role ready; returns the address that Baton's programs use. */
export async function openStackDatabase(part: StackPart): Promise<string> {
  const { database } = part.config;
  return database.kind === 'external' ? prepareExternal(part, database.url) : startEmbedded(part);
}

async function startEmbedded({ config, lifecycle, say }: StackPart): Promise<string> {
  makePrivateFolder(join(config.home, 'logs'));
  const postgres = await startEmbeddedPostgres({
    folder: join(config.home, 'postgres'),
    port: config.ports.postgres,
    password: readOrCreateSecret(join(config.keysFolder, 'database-owner-password')),
    logFile: join(config.home, 'logs/postgres.log'),
  });
  lifecycle.onClose('PostgreSQL', postgres.stop, { withinMs: 20_000 });
  postgres.guard((reason) => say(`PostgreSQL ${reason}; it starts again`));
  const password = applicationPassword(config);
  return prepareDatabase({ ownerUrl: postgres.url, role: defaultApplicationRole, password });
}

/** With DATABASE_OWNER_URL, DATABASE_URL names the application role; alone, it is the owner and we make the role. */
async function prepareExternal({ config }: StackPart, url: string): Promise<string> {
  const ownerUrl = config.secrets.databaseOwnerUrl;
  const application = ownerUrl ? roleOf(url) : { role: applicationRoleFor(url), password: applicationPassword(config) };
  try {
    return await prepareDatabase({ ownerUrl: ownerUrl ?? url, ...application });
  } catch (error) {
    throw isUnreachable(error) ? unreachable(ownerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL', error) : error;
  }
}

function applicationPassword({ keysFolder }: Config): string {
  return readOrCreateSecret(join(keysFolder, 'database-application-password'));
}

const unreachableCodes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000'];

function isUnreachable(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && unreachableCodes.includes(String(error.code));
}

function unreachable(name: string, error: Error): ConfigError {
  const problem = `names a database that cannot be opened (${error.message})`;
  return new ConfigError([{ name, problem, write: `${name}=postgresql://user:password@host:5432/baton` }]);
}
