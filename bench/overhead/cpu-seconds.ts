import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the processor. */
const ticksPerSecond = 100;

/** The processor time a process has used so far; not a number where the system does not tell. */
export function cpuSecondsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return Number.NaN;
  }
}
