import type { Percentiles } from '../percentiles.ts';
import type { Footprint } from './footprint.ts';

/** Of the 99th percentile at half of the maximum load, in milliseconds. */
const goalMs = 120;

export interface Measured {
  perSecond: number;
  halfLoad: Percentiles;
  tasks: number;
  before: Footprint;
  after: Footprint;
  woken: Percentiles;
}

/** The figures one below the other, with the goal beside the one that has one. */
export function formatTable({ perSecond, halfLoad, tasks, before, after, woken }: Measured): string {
  const kept = (name: string, pick: (footprint: Footprint) => number) =>
    row(`${name}, KiB a waiting run`, ((pick(after) - pick(before)) / tasks / 1024).toFixed(1));
  return [
    row('maximum, runs/s', perSecond.toFixed(2)),
    row('half of it, runs/s', (perSecond / 2).toFixed(2)),
    row('decision to next effect, p50 ms', halfLoad.p50.toFixed(0)),
    `${row('decision to next effect, p99 ms', halfLoad.p99.toFixed(0))}  goal ${goalMs}: ${verdict(halfLoad.p99)}`,
    '',
    row('runs that wait for a person', String(tasks)),
    kept('disk of PostgreSQL', (of) => of.postgresDisk),
    kept('disk of Temporal', (of) => of.temporalDisk),
    kept('memory of the worker', (of) => of.workerMemory),
    kept('memory of the API side', (of) => of.apiMemory),
    kept('memory of the Temporal server', (of) => of.temporalMemory),
    row('a random one goes on, p50 ms', woken.p50.toFixed(0)),
    row('a random one goes on, p99 ms', woken.p99.toFixed(0)),
  ].join('\n');
}

function verdict(p99: number): string {
  return p99 <= goalMs ? 'reached' : 'missed';
}

function row(name: string, value: string): string {
  return name.padEnd(50) + value.padStart(10);
}
