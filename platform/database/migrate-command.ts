// node platform/database/migrate-command.ts: brings the database of a server up to date, then ends.
import { ConfigError, loadConfig, orExit } from '#platform/config/index.ts';
import { createLog } from '#platform/log/index.ts';
import { roleOf } from './connection-url.ts';
import { prepareDatabase } from './prepare-database.ts';

const { database, logLevel, secrets } = loadConfig();
const { ownerUrl, url } = orExit(readAddresses);
await prepareDatabase({ ownerUrl, ...roleOf(url) });
createLog({ name: 'migrate', level: logLevel }).info({ event: 'database-ready' });

function readAddresses(): { ownerUrl: string; url: string } {
  const ownerUrl = secrets.databaseOwnerUrl;
  if (ownerUrl && database.kind === 'external') return { ownerUrl, url: database.url };
  const name = ownerUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
  const write = `${name}=postgresql://role:password@127.0.0.1:5432/baton`;
  throw new ConfigError([
    { name, problem: 'is not set, and migrating needs the owner and the application role', write },
  ]);
}
