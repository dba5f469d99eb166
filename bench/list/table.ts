import type { Measured } from './measure.ts';
import type { StreamCost } from './open-streams.ts';

/** Of each list, in milliseconds at the API. */
const goals = { p50: 5, p99: 25 };

/** Of the API, for ten pages that are open. */
const coreSecondsGoal = 1;

/** A line for each list, with its verdict. */
export function formatTable(
  measured: readonly Measured[],
  { runs, bytes, streams }: { runs: number; bytes: number; streams: StreamCost },
): string {
  return [
    `${runs} runs, ${(bytes / 1024 ** 3).toFixed(2)} GiB; milliseconds at the API, goal p50 ${goals.p50} and p99 ${goals.p99}`,
    line('', ['items', 'p50', 'p99']),
    ...measured.map(
      ({ name, items, p50, p99 }) =>
        `${line(name, [String(items), p50.toFixed(1), p99.toFixed(1)])}  ${p50 <= goals.p50 && p99 <= goals.p99 ? 'reached' : 'missed'}`,
    ),
    ...streamLines(streams),
  ].join('\n');
}

function streamLines({ streams, without, quiet, busy, changesPerSecond, told }: StreamCost): readonly string[] {
  const cost = (name: string, seconds: number) =>
    `${line(name, [seconds.toFixed(2)])} core-seconds a minute, goal ${coreSecondsGoal}: ${seconds <= coreSecondsGoal ? 'reached' : 'missed'}`;
  return [
    '',
    cost('no event stream', without),
    cost(`${streams} event streams, nothing changes`, quiet),
    cost(`${streams} event streams, ${changesPerSecond} changes/s`, busy),
    line('events told', [String(told)]),
  ];
}

function line(name: string, values: readonly string[]): string {
  return name.padEnd(36) + values.map((value) => value.padStart(9)).join('');
}
