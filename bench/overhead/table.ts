import type { Summary } from './summary.ts';

export interface Measured extends Summary {
  eventsPerRun: number;
  commitsPerRun: number;
}

/** The figures of both side by side, and the ratio that has a goal. */
export function formatTable({ bare, baton }: { bare: Measured; baton: Measured }): string {
  const row = (name: string, pick: (measured: Measured) => number, digits = 0) => [
    name,
    pick(bare).toFixed(digits),
    pick(baton).toFixed(digits),
  ];
  const rows = [
    ['', 'bare', 'baton'],
    row('runs/s', (of) => of.runsPerSecond, 2),
    row('start to waiting, p50 ms', (of) => of.startToWaiting.p50),
    row('start to waiting, p99 ms', (of) => of.startToWaiting.p99),
    row('decision to done, p50 ms', (of) => of.decisionToDone.p50),
    row('decision to done, p99 ms', (of) => of.decisionToDone.p99),
    row('CPU of the worker, ms/run', ({ cpu }) => cpu.worker, 1),
    row('CPU of the Temporal server, ms/run', ({ cpu }) => cpu.temporal, 1),
    row('CPU of PostgreSQL, ms/run', ({ cpu }) => cpu.postgres, 1),
    row('CPU of model and mail server, ms/run', ({ cpu }) => cpu.world, 1),
    row('CPU of the driver and API side, ms/run', ({ cpu }) => cpu.driver, 1),
    row('history events/run', (of) => of.eventsPerRun, 1),
    row('our PostgreSQL commits/run', (of) => of.commitsPerRun, 1),
  ];
  const ratio = (baton.runsPerSecond / bare.runsPerSecond).toFixed(2);
  return [
    ...rows.map(formatRow),
    '',
    `ratio ${ratio} (runs/s, Baton to bare; goal 1.25, under 0.9 the design is wrong)`,
  ].join('\n');
}

function formatRow([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(40) + cells.map((cell) => cell.padStart(10)).join('');
}
