import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MachineError } from './machine-error.ts';
import { identityOf } from './process-identity.ts';

const giveUpAfterMs = 20_000;

/**
 * What a killed stack leaves behind: a server that still runs on this data folder is ended, and a pid file whose
 * number now belongs to another program, which would keep PostgreSQL from starting, is removed.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (runsOn(folder, pid)) await end(folder, pid);
  rmSync(pidFile, { force: true });
}

async function end(folder: string, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + giveUpAfterMs;
  while (runsOn(folder, pid)) {
    if (Date.now() > deadline)
      throw new MachineError(`A PostgreSQL left running on ${folder} does not end: end process ${pid}`);
    await pause(50);
  }
}

function runsOn(folder: string, pid: number): boolean {
  return Number.isInteger(pid) && pid > 1 && (identityOf(pid)?.includes(folder) ?? false);
}
