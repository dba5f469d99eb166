import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MachineError } from './machine-error.ts';

export interface SystemUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; then it runs as the system user postgres, which is made when missing. */
export function findPostgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return readUser() ?? createUser();
}

/** Makes the data folder and lets the user reach it, without opening what else lies beside it. */
export async function prepareDataFolder(folder: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!user) return;
  await chown(folder, user.uid, user.gid);
  const parent = dirname(folder);
  await chmod(parent, statSync(parent).mode | 0o011);
  const closed = ancestorsOf(parent).find((ancestor) => !mayPass(ancestor, user));
  if (closed) throw new MachineError(closedFolder(closed, folder));
}

function closedFolder(closed: string, folder: string): string {
  return `PostgreSQL cannot run as root, and the system user postgres may not enter ${closed} on the way to ${folder}. Set BATON_HOME to a folder elsewhere, work in a clone elsewhere, or set DATABASE_URL.`;
}

export function ancestorsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)];
}

export function mayPass(folder: string, { uid, gid }: SystemUser): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  return (mode & (group === gid ? 0o010 : 0o001)) !== 0;
}

function readUser(): SystemUser | undefined {
  const read = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return undefined;
  }
}

function createUser(): SystemUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    const advice = 'run as another user, or set DATABASE_URL';
    throw new MachineError(`PostgreSQL cannot run as root, and the system user postgres cannot be made: ${advice}`, {
      cause,
    });
  }
  const user = readUser();
  if (!user) throw new MachineError('The system user postgres was made but cannot be found: set DATABASE_URL');
  return user;
}
