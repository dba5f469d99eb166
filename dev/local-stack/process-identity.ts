import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as no other process with the same number would look: when it began and what it runs. */
export function identityOf(pid: number): string | undefined {
  return fromProc(pid) ?? fromPs(pid);
}

export function isSameProcess(pid: number, identity: string): boolean {
  return identityOf(pid) === identity;
}

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (afterName[0] === 'Z') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return `${afterName[19]} ${command}`;
  } catch {
    return undefined;
  }
}

/** For systems without /proc. */
function fromPs(pid: number): string | undefined {
  try {
    const args = ['-o', 'lstart=,command=', '-p', String(pid)];
    const line = execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return line.trim() || undefined;
  } catch {
    return undefined;
  }
}
