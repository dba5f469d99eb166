import type { AnswerName } from '#contracts/answers/index.ts';
import type { Cost } from '#governance/ask/cost.ts';
import { type AskedCase, sumOf } from './ask-case.ts';
import { quantile } from './quantile.ts';
import { type Share, shareOf } from './wilson.ts';

/** What the answers of a half took, and how many of them could be used. */
export interface Usage {
  cost: Cost;
  latency: { p50Ms: number; p95Ms: number };
  /** Not of the wanted form, after the repair turn too. */
  misshapen: Share;
  repaired: Share;
  /** Refused, of another version, or not asked. */
  unanswered: Share;
}

export function usageOf(asked: readonly AskedCase<AnswerName>[]): Usage {
  const share = (fits: (each: AskedCase<AnswerName>) => boolean) => shareOf(asked.filter(fits).length, asked.length);
  const latencies = asked.map(({ latencyMs }) => latencyMs);
  return {
    cost: sumOf(asked.map(({ cost }) => cost)),
    latency: { p50Ms: quantile(latencies, 0.5), p95Ms: quantile(latencies, 0.95) },
    misshapen: share(({ result }) => result.kind === 'misshapen'),
    repaired: share(({ wasRepaired }) => wasRepaired),
    unanswered: share(({ result }) => result.kind === 'none'),
  };
}
