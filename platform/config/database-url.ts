import { ConfigError } from './config-error.ts';
import type { Config } from './read-config.ts';

/** The database a worker or API works on; the local stack names its embedded one. */
export function databaseUrlOf({ database }: Config): string {
  if (database.kind === 'external') return database.url;
  const problem = 'is not set, and this program starts no database of its own: run npm start, or name one';
  throw new ConfigError([
    { name: 'DATABASE_URL', problem, write: 'DATABASE_URL=postgresql://user:password@127.0.0.1:5432/baton' },
  ]);
}
