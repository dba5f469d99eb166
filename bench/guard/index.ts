import { createBench } from '../create-bench.ts';
import { readRounds } from '../read-rounds.ts';
import { timeOf } from '../time-of.ts';
import { callModelEffect } from './effects/call-model.ts';
import { readRecordEffect } from './effects/read-record.ts';
import { sendOutEffect } from './effects/send-out.ts';
import { writeRecordEffect } from './effects/write-record.ts';
import type { MeasuredEffect } from './measured-effect.ts';
import { type OpenGuard, openGuard } from './open-guard.ts';
import { formatTable, type Sample } from './table.ts';

const warmUps = 30;

/** What all stages of the guard add to an effect, against the same effect with nothing around it. */
export const runGuard = createBench({
  readOptions: readRounds('guard', 300),
  measure: async (lifecycle, { rounds }) => {
    const open = await openGuard(lifecycle);
    const effects = [callModelEffect, sendOutEffect, writeRecordEffect, readRecordEffect].map((of) => of(open.ground));
    const samples = new Map(effects.map(({ name }) => [name, [] as Sample[]]));
    for (let number = 0; number < warmUps + rounds; number += 1) {
      const round = await measureRound(open, { effects, number });
      if (number < warmUps) continue;
      for (const [name, sample] of round) samples.get(name)?.push(sample);
    }
    return formatTable(samples, rounds);
  },
});

/** Each effect once, in a run that was accepted for it; what the guard decides, it never decided before. */
async function measureRound(
  { ground, nextRound }: OpenGuard,
  { effects, number }: { effects: readonly MeasuredEffect[]; number: number },
): Promise<ReadonlyMap<MeasuredEffect['name'], Sample>> {
  const round = await nextRound(number);
  const samples = new Map<MeasuredEffect['name'], Sample>();
  ground.forgetVerdicts();
  for (const { name, guarded, bare } of effects) {
    ground.watch.read();
    const guardedMs = await timeOf(() => guarded(round));
    const stages = ground.watch.read();
    samples.set(name, { guardedMs, stages, bareMs: await timeOf(() => bare(round)) });
  }
  return samples;
}
