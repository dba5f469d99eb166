import type { BreakerLimits, StoredBreaker } from '#store/breakers.ts';

/** Whether a model is asked at present. */
export type BreakerState =
  | { kind: 'closed' }
  /** By nobody, until then. */
  | { kind: 'open'; since: Date; until: Date }
  /** By one call alone, which may be under way. */
  | { kind: 'half-open'; since: Date; isProbed: boolean };

export function stateOf(row: StoredBreaker, { failures, opensForMs }: BreakerLimits, now: Date): BreakerState {
  const { failingSince: since, lastAt, restsUntil, probedUntil } = row;
  const tooMany = row.failures >= failures ? lastAt.getTime() + opensForMs : undefined;
  const until = Math.max(...[restsUntil?.getTime(), tooMany].filter((time) => time !== undefined));
  if (until === Number.NEGATIVE_INFINITY) return { kind: 'closed' };
  if (until > now.getTime()) return { kind: 'open', since, until: new Date(until) };
  return { kind: 'half-open', since, isProbed: probedUntil !== null && probedUntil > now };
}
