import type { Measured } from './measure.ts';
import type { Scrolled } from './scroll.ts';

/** Of each list, in milliseconds at the API. */
const goals = { p50: 5, p99: 25 };

/** A line for each list, with its verdict. */
export function formatTable(
  measured: readonly Measured[],
  { runs, bytes, scrolled }: { runs: number; bytes: number; scrolled: Scrolled },
): string {
  return [
    `${runs} runs, ${(bytes / 1024 ** 3).toFixed(2)} GiB; milliseconds at the API, goal p50 ${goals.p50} and p99 ${goals.p99}`,
    line('', ['items', 'p50', 'p99']),
    ...measured.map(
      ({ name, items, p50, p99 }) =>
        `${line(name, [String(items), p50.toFixed(1), p99.toFixed(1)])}  ${p50 <= goals.p50 && p99 <= goals.p99 ? 'reached' : 'missed'}`,
    ),
    '',
    `scrolled in a browser: ${scrolled.read} rows read, at most ${scrolled.drawn} of them drawn at once, ${scrolled.heapMebibytes.toFixed(0)} MiB of JavaScript`,
    line('page of the list, ms', ['', scrolled.pageMs.p50.toFixed(1), scrolled.pageMs.p99.toFixed(1)]),
    line('picture of the screen, ms', ['', scrolled.frameMs.p50.toFixed(1), scrolled.frameMs.p99.toFixed(1)]),
  ].join('\n');
}

function line(name: string, values: readonly string[]): string {
  return name.padEnd(36) + values.map((value) => value.padStart(9)).join('');
}
