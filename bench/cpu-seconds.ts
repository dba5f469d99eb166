import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the processor. */
const ticksPerSecond = 100;

/** The processor time a process has used so far; not a number where the system does not tell. */
export function cpuSecondsOf(pid: number): number {
  return readStat(pid)?.own ?? Number.NaN;
}

/** The same for a server that works in child processes: those at work, and those that ended. */
export function cpuSecondsOfFamily(pid: number): number {
  const parent = readStat(pid);
  if (!parent) return Number.NaN;
  const children = runningProcesses().flatMap((other) => readStat(other) ?? []);
  const atWork = children.filter((child) => child.parent === pid).reduce((sum, child) => sum + child.own, 0);
  return parent.own + parent.ended + atWork;
}

function runningProcesses(): readonly number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

interface Stat {
  parent: number;
  own: number;
  /** Used by children that have ended. */
  ended: number;
}

function readStat(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const seconds = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) / ticksPerSecond;
    return { parent: Number(fields[1]), own: seconds(11), ended: seconds(13) };
  } catch {
    return undefined;
  }
}
