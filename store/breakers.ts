import { query, type Transaction } from '#platform/database/client.ts';
import { type Breaker, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Condition, Write } from './write-together.ts';

/** When a breaker opens, and for how long. */
export interface BreakerLimits {
  /** So many failures in a row; each counts with the one before where no more than `withinMs` lies between. */
  failures: number;
  withinMs: number;
  opensForMs: number;
}

export interface LimitedModel extends BreakerLimits {
  model: string;
}

export type StoredBreaker = Breaker;

/** `openUntil`: nothing where it is closed; once that is past, and `leftMs` not more than 0, one call may try. */
export type BreakerRow = StoredBreaker & ({ openUntil: Date; leftMs: number } | { openUntil: null; leftMs: null });

const columns = columnsOf(Prisma.BreakerScalarFieldEnum);

function openUntil({ failures, opensForMs }: BreakerLimits): Prisma.Sql {
  return Prisma.sql`greatest(breaker.rests_until,
    CASE WHEN breaker.failures >= ${failures}::int THEN breaker.last_at + ${opensForMs} * interval '1 millisecond' END)`;
}

/** Holds where nothing keeps anybody from asking the model. */
export function isClosed(limited: LimitedModel): Condition {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM model_breaker AS breaker
    WHERE breaker.model = ${limited.model} AND ${openUntil(limited)} IS NOT NULL)`;
}

export async function findBreaker(tx: Transaction, limited: LimitedModel): Promise<BreakerRow | undefined> {
  const [row] = await query<BreakerRow>(
    tx,
    Prisma.sql`
    SELECT ${columns}, open.until AS "openUntil", (extract(epoch FROM open.until - now()) * 1000)::float8 AS "leftMs"
    FROM model_breaker AS breaker CROSS JOIN LATERAL (SELECT ${openUntil(limited)} AS until) AS open
    WHERE breaker.model = ${limited.model}`,
  );
  return row;
}

/** Takes the one call that tries an open breaker; false where it is too early, or somebody has it. */
export async function takeProbe(tx: Transaction, probe: LimitedModel & { forMs: number }): Promise<boolean> {
  const taken = await query(
    tx,
    Prisma.sql`
    UPDATE model_breaker AS breaker SET probed_until = now() + ${probe.forMs} * interval '1 millisecond'
    WHERE breaker.model = ${probe.model} AND ${openUntil(probe)} <= now()
      AND (breaker.probed_until IS NULL OR breaker.probed_until <= now())
    RETURNING 1`,
  );
  return taken.length > 0;
}

export interface FailedCall {
  failure: string;
  why: string;
  /** As the provider said. */
  retryAfterMs?: number | undefined;
}

/** Counts a failure with those before it, or as the first where they are long past and were too few. */
export function countFailure(limited: LimitedModel, { failure, why, retryAfterMs }: FailedCall): Write {
  const isFirst = Prisma.sql`breaker.failures = 0 OR (breaker.failures < ${limited.failures}::int
    AND breaker.last_at < now() - ${limited.withinMs} * interval '1 millisecond')`;
  return Prisma.sql`
    INSERT INTO model_breaker AS breaker
      (model, failures, failing_since, last_at, last_failure, last_why, rests_until)
    SELECT ${limited.model}, 1, now(), now(), ${failure}, ${why},
      now() + ${retryAfterMs ?? null}::float8 * interval '1 millisecond' FROM gate
    ON CONFLICT (model) DO UPDATE SET
      failures = CASE WHEN ${isFirst} THEN 1 ELSE breaker.failures + 1 END,
      failing_since = CASE WHEN ${isFirst} THEN excluded.failing_since ELSE breaker.failing_since END,
      last_at = excluded.last_at, last_failure = excluded.last_failure, last_why = excluded.last_why,
      rests_until = greatest(breaker.rests_until, excluded.rests_until), probed_until = NULL`;
}

/** Closes a breaker that is not open any more, and forgets failures that were too few. Nothing is written where there are none. */
export function closeBreaker(limited: LimitedModel): Write {
  return Prisma.sql`
    UPDATE model_breaker AS breaker SET failures = 0, rests_until = NULL, probed_until = NULL FROM gate
    WHERE breaker.model = ${limited.model} AND breaker.failures > 0
      AND coalesce(${openUntil(limited)} <= now(), TRUE)`;
}

export function listBreakers(tx: Transaction): Promise<StoredBreaker[]> {
  return query<StoredBreaker>(tx, Prisma.sql`SELECT ${columns} FROM model_breaker AS breaker ORDER BY model`);
}
