import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withDatabase } from '#platform/database/connection-url.ts';
import { createDatabaseCluster } from './create-database-cluster.ts';
import { type KeptProgram, keepProgram, tailOf } from './keep-program.ts';
import { MachineError } from './machine-error.ts';
import { clearLeftover } from './postgres-leftover.ts';
import { findPostgresPrograms } from './postgres-programs.ts';
import { findPostgresUser, prepareDataFolder } from './postgres-user.ts';
import { withinReach } from './reachable-programs.ts';

export interface EmbeddedPostgresOptions {
  /** The data folder, made at the first start. */
  folder: string;
  port: number;
  /** The owner's password, set when the data folder is made. */
  password: string;
  database?: string;
  logFile?: string;
  /** False for tests that may lose their data: nothing is forced to disk. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** The owner's address of the database. */
  url: string;
  port: number;
  /** The process id of the server at this moment. */
  pid(): number | undefined;
  guard(onRestart: (reason: string) => void): void;
  stop(): Promise<void>;
}

const owner = 'baton';
const readyWithinMs = 30_000;

/** Starts the PostgreSQL that came with npm on a folder of ours, on loopback only. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, port, password, database = 'baton', logFile = `${folder}.log`, durable = true } = options;
  const user = findPostgresUser();
  const { initdb, postgres } = await withinReach(await findPostgresPrograms(), user);
  await createDatabaseCluster({ initdb, folder, owner, password, user });
  await prepareDataFolder(folder, user);
  await clearLeftover(folder);
  const args = ['-D', folder, '-p', String(port), ...settings(durable)];
  const job = { command: postgres, args, logFile, stopSignal: 'SIGINT', stopWithinMs: 15_000 } as const;
  const program = keepProgram({ ...job, ...(user && { user }) });
  const server = `postgresql://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  try {
    await whenReady(server, program, logFile);
    await createDatabase(server, database);
  } catch (error) {
    await program.stop();
    throw error;
  }
  const { guard, pid, stop } = program;
  return { url: withDatabase(server, database), port, pid, guard, stop };
}

function settings(durable: boolean): string[] {
  const always = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' };
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const entries = Object.entries(durable ? always : { ...always, ...careless });
  return entries.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function whenReady(server: string, program: KeptProgram, logFile: string): Promise<void> {
  let endedBecause: string | undefined;
  void program.ended.then((reason) => {
    endedBecause = reason;
  });
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    const failure = await tryConnect(server);
    if (!failure) return;
    if (failure.kind === 'refused') throw new MachineError(`${failure.reason}. ${passwordAdvice}`);
    if (endedBecause) throw new Error(`PostgreSQL ${endedBecause}:\n${tailOf(logFile)}`);
    if (Date.now() > deadline) throw new Error(`PostgreSQL is not ready after 30 s:\n${tailOf(logFile)}`);
    await pause(25);
  }
}

const passwordAdvice =
  'The keys folder does not belong to this data folder: restore both from the same backup, or remove both to start anew';

type ConnectFailure = { kind: 'not-yet' } | { kind: 'refused'; reason: string };

async function tryConnect(server: string): Promise<ConnectFailure | undefined> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    const wrongPassword = error instanceof pg.DatabaseError && error.code === '28P01';
    return wrongPassword ? { kind: 'refused', reason: error.message } : { kind: 'not-yet' };
  }
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
