import { type Percentiles, percentilesOf } from '../percentiles.ts';
import type { Block, CpuSeconds } from '../run-block.ts';

export interface Summary {
  runs: number;
  runsPerSecond: number;
  startToWaiting: Percentiles;
  decisionToDone: Percentiles;
  /** Processor time, in milliseconds a run. */
  cpu: CpuSeconds;
}

/** All blocks of one contender taken together. */
export function summarise(blocks: readonly Block[]): Summary {
  const runs = blocks.flatMap((block) => block.runs);
  const total = (pick: (block: Block) => number) => blocks.reduce((sum, block) => sum + pick(block), 0);
  const perRun = (pick: (block: Block) => number) => (total(pick) / runs.length) * 1000;
  return {
    runs: runs.length,
    runsPerSecond: runs.length / total((block) => block.seconds),
    startToWaiting: percentilesOf(runs.map((run) => run.startToWaitingMs)),
    decisionToDone: percentilesOf(runs.map((run) => run.decisionToDoneMs)),
    cpu: {
      worker: perRun(({ cpu }) => cpu.worker),
      temporal: perRun(({ cpu }) => cpu.temporal),
      postgres: perRun(({ cpu }) => cpu.postgres),
      world: perRun(({ cpu }) => cpu.world),
      driver: perRun(({ cpu }) => cpu.driver),
    },
  };
}
