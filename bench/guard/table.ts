import type { EffectKind } from '#contracts/guard.ts';
import { type Percentiles, percentilesOf } from '../percentiles.ts';
import { type Stage, type StageTimes, stages } from './stopwatch.ts';

/** An effect that was done once in either way. */
export interface Sample {
  guardedMs: number;
  bareMs: number;
  /** What of the guarded way each stage took. */
  stages: StageTimes;
}

/** Of what is added to an effect, in milliseconds. */
const goals: Partial<Record<Stage | 'added in all', number>> = { policy: 1, 'added in all': 25 };

/** For each effect a line for each stage, and what all of them come to. */
export function formatTable(samples: ReadonlyMap<EffectKind, readonly Sample[]>, rounds: number): string {
  const head = `${rounds} times each effect, milliseconds; no policy remembers a verdict, no run's key was read before`;
  return [head, ...[...samples].flatMap(([name, of]) => ['', ...effectLines(name, of)])].join('\n');
}

function effectLines(name: EffectKind, samples: readonly Sample[]): string[] {
  const of = (pick: (sample: Sample) => number) => percentilesOf(samples.map(pick));
  const [guarded, bare] = [of(({ guardedMs }) => guardedMs), of(({ bareMs }) => bareMs)];
  const added = ({ guardedMs, bareMs, stages: { itself } }: Sample) => guardedMs - (itself || bareMs);
  const known = ({ stages: each }: Sample) => stages.reduce((sum, stage) => sum + each[stage], 0);
  return [
    `${name.padEnd(28)}${['p50', 'p95', 'p99'].map((title) => title.padStart(9)).join('')}`,
    ...stages.map((stage) =>
      line(
        stage,
        of((sample) => sample.stages[stage]),
      ),
    ),
    line(
      'statements and the rest',
      of((sample) => added(sample) - known(sample)),
    ),
    line('added in all', of(added)),
    line('with nothing around it', bare),
    line('under the guard', guarded),
    `${'  ratio'.padEnd(28)}${[guarded.p50 / bare.p50, guarded.p95 / bare.p95, guarded.p99 / bare.p99].map((each) => each.toFixed(2).padStart(9)).join('')}`,
  ];
}

function line(name: string, { p50, p95, p99 }: Percentiles): string {
  const figures = [p50, p95, p99].map((value) => value.toFixed(2).padStart(9)).join('');
  const goal = goals[name as Stage];
  const verdict = goal === undefined ? '' : `  goal p95 ${goal}: ${p95 <= goal ? 'reached' : 'missed'}`;
  return `  ${name.padEnd(26)}${figures}${verdict}`;
}
