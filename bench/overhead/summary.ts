import type { Block, CpuSeconds, RunTimes } from './run-block.ts';

export interface Summary {
  runs: number;
  runsPerSecond: number;
  startToWaiting: Percentiles;
  decisionToDone: Percentiles;
  /** Processor time, in milliseconds a run. */
  cpu: CpuSeconds;
}

interface Percentiles {
  p50: number;
  p99: number;
}

/** All blocks of one contender taken together. */
export function summarise(blocks: readonly Block[]): Summary {
  const runs = blocks.flatMap((block) => block.runs);
  const total = (pick: (block: Block) => number) => blocks.reduce((sum, block) => sum + pick(block), 0);
  const perRun = (pick: (block: Block) => number) => (total(pick) / runs.length) * 1000;
  return {
    runs: runs.length,
    runsPerSecond: runs.length / total((block) => block.seconds),
    startToWaiting: percentilesOf(runs, (run) => run.startToWaitingMs),
    decisionToDone: percentilesOf(runs, (run) => run.decisionToDoneMs),
    cpu: {
      worker: perRun(({ cpu }) => cpu.worker),
      temporal: perRun(({ cpu }) => cpu.temporal),
      postgres: perRun(({ cpu }) => cpu.postgres),
      world: perRun(({ cpu }) => cpu.world),
      driver: perRun(({ cpu }) => cpu.driver),
    },
  };
}

function percentilesOf(runs: readonly RunTimes[], pick: (run: RunTimes) => number): Percentiles {
  const sorted = runs.map(pick).toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
