import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../contender.ts';
import type { Ground } from '../ground.ts';

/** What all that waits takes up, in bytes. */
export interface Footprint {
  postgresDisk: number;
  temporalDisk: number;
  workerMemory: number;
  /** This process: the API's side, and the bench itself. */
  apiMemory: number;
  temporalMemory: number;
}

export async function readFootprint({ owner, folder, pids }: Ground, contender: Contender): Promise<Footprint> {
  const { rows } = await owner.query<{ size: string }>('select pg_database_size($1) as size', [contender.database]);
  return {
    postgresDisk: Number(rows[0]?.size),
    temporalDisk: sizeOf(join(folder, 'temporal.db')) + sizeOf(join(folder, 'temporal.db-wal')),
    workerMemory: memoryOf(contender.workerPid),
    apiMemory: process.memoryUsage.rss(),
    temporalMemory: memoryOf(pids.temporal),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Not a number where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}
