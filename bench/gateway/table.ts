import { type Percentiles, percentilesOf } from '../percentiles.ts';

/** One question, asked in both ways right after each other; milliseconds. */
export interface Sample {
  gatewayMs: number;
  bareMs: number;
  /** The statements that write what is about to happen and what came of it. */
  commitsMs: number;
}

/** What may be added to a call at the median, without the commits of the ledger. */
const goalMs = 3;

export function formatTable(samples: readonly Sample[]): string {
  const of = (pick: (sample: Sample) => number) => percentilesOf(samples.map(pick));
  const added = of(({ gatewayMs, bareMs, commitsMs }) => gatewayMs - bareMs - commitsMs);
  const [gateway, bare] = [of(({ gatewayMs }) => gatewayMs), of(({ bareMs }) => bareMs)];
  return [
    `${samples.length} drafts, milliseconds; the same request, through every stage and by the openai client alone`,
    `${' '.repeat(28)}${['p50', 'p95', 'p99'].map((title) => title.padStart(9)).join('')}`,
    line('the openai client alone', bare),
    line('through the gateway', gateway),
    line(
      'commits of the ledger',
      of(({ commitsMs }) => commitsMs),
    ),
    `${line('added without them', added)}  goal p50 ${goalMs}: ${added.p50 <= goalMs ? 'reached' : 'missed'}`,
    `  ${'ratio'.padEnd(26)}${[gateway.p50 / bare.p50, gateway.p95 / bare.p95, gateway.p99 / bare.p99].map((each) => each.toFixed(2).padStart(9)).join('')}`,
  ].join('\n');
}

function line(name: string, { p50, p95, p99 }: Percentiles): string {
  return `  ${name.padEnd(26)}${[p50, p95, p99].map((value) => value.toFixed(2).padStart(9)).join('')}`;
}
