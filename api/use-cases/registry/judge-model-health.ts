import type { ModelHealth } from '#contracts/http/registry-models.ts';
import { doubtWords } from '#contracts/payment-doubt.ts';
import type { CallOutcomeRow } from '#store/model-figures.ts';

const lateMs = 24 * 3_600_000;

/** Ends of calls that were ours, and say nothing of the model. */
const oursToEnd: ReadonlySet<string | null> = new Set([doubtWords['not-recorded'], doubtWords.cancelled]);

/** What the latest calls of a model, newest first, say about it. */
export function judgeModelHealth(ended: readonly CallOutcomeRow[], now: Date): ModelHealth {
  const calls = ended.filter(({ why }) => !oursToEnd.has(why));
  const [last] = calls;
  if (!last) return { kind: 'not-asked' };
  const recent = calls.filter(({ at }) => now.getTime() - at.getTime() < lateMs);
  const looked = recent.length > 0 ? recent : [last];
  const failures = looked.filter((call) => whyFailed(call) !== undefined);
  const answered = looked.filter((call) => whyFailed(call) === undefined);
  const [failure] = failures;
  return {
    kind: recent.length === 0 ? 'quiet' : kindOf({ failures, last }),
    calls: looked.length,
    answered: answered.length,
    since: (looked.at(-1) ?? last).at.toISOString(),
    lastAt: last.at.toISOString(),
    lastFailure: failure ? { at: failure.at.toISOString(), why: whyFailed(failure) ?? '' } : null,
    latencyMs: latencyOf(answered),
  };
}

function kindOf({ failures, last }: { failures: readonly CallOutcomeRow[]; last: CallOutcomeRow }) {
  if (failures.length === 0) return 'answers';
  return failures.includes(last) ? 'fails' : 'falters';
}

function whyFailed({ result, why }: CallOutcomeRow): string | undefined {
  if (why !== null) return why;
  return result === 'unusable' ? 'the answer had the wrong shape' : undefined;
}

function latencyOf(answered: readonly CallOutcomeRow[]) {
  const times = answered.flatMap(({ latencyMs }) => latencyMs ?? []).toSorted((one, other) => one - other);
  const [p50, p90] = [0.5, 0.9].map((share) => times[Math.ceil(share * times.length) - 1]);
  return p50 === undefined || p90 === undefined ? null : { p50, p90 };
}
