import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareDataFolder, type SystemUser } from './postgres-user.ts';

export interface ClusterOptions {
  initdb: string;
  folder: string;
  owner: string;
  password: string;
  user: SystemUser | undefined;
}

const run = promisify(execFile);

/** Makes the data folder once; a first try that was cut short leaves nothing half made. */
export async function createDatabaseCluster(options: ClusterOptions): Promise<void> {
  if (existsSync(join(options.folder, 'PG_VERSION'))) return;
  const unfinished = `${options.folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await prepareDataFolder(unfinished, options.user);
  await withPasswordFile(options, (passwordFile) => initialise(options, { folder: unfinished, passwordFile }));
  await rm(options.folder, { recursive: true, force: true });
  await rename(unfinished, options.folder);
}

interface Place {
  folder: string;
  passwordFile: string;
}

async function initialise({ initdb, owner, user }: ClusterOptions, { folder, passwordFile }: Place): Promise<void> {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  const access = ['--auth=scram-sha-256', `--username=${owner}`, `--pwfile=${passwordFile}`];
  try {
    await run(initdb, [`--pgdata=${folder}`, ...access, ...locale], { cwd: '/', ...user });
  } catch (cause) {
    throw new Error(`PostgreSQL could not make its data folder ${folder}: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return output || (error instanceof Error ? error.message : String(error));
}

async function withPasswordFile(options: ClusterOptions, work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-'));
  const file = join(folder, 'password');
  try {
    await writeFile(file, `${options.password}\n`, { mode: 0o600 });
    if (options.user) for (const path of [folder, file]) await chown(path, options.user.uid, options.user.gid);
    await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
