import type { BudgetAmount } from '#contracts/budget.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

/** Rows that others take theirs from, by name, and the write that takes them. */
export interface Settlement {
  named: Readonly<Record<string, Write>>;
  write: Write;
}

export interface ExpiredReservation {
  call: string;
  runId: string;
  tokens: number;
  micros: number;
}

/** Turns what was reserved for a call into what it came to: all of it, where nobody knows. Whoever comes second finds nothing. */
export function settleReservation(call: string, cameTo: BudgetAmount | undefined): Settlement {
  const which = Prisma.sql`call = ${call} AND EXISTS (SELECT 1 FROM gate)`;
  const { taken, counted, write } = settlement(which, cameTo);
  return { named: { taken, counted }, write };
}

/** The same for reservations whose calls nobody can tell of any more. */
export function settleExpiredReservations(tx: Transaction): Promise<ExpiredReservation[]> {
  const oldest = Prisma.sql`call IN (
    SELECT call FROM model_reservation WHERE until < now() ORDER BY until LIMIT 500 FOR UPDATE SKIP LOCKED)`;
  const { taken, counted, write } = settlement(oldest, undefined);
  return query<ExpiredReservation>(
    tx,
    Prisma.sql`
    WITH taken AS (${taken}), counted AS (${counted}), settled AS (${write})
    SELECT call, run_id AS "runId", tokens::float8 AS tokens, micros::float8 AS micros FROM taken ORDER BY call`,
  );
}

/** What came to more than was reserved is counted too: the row then holds what it came to as its most, and no further call. */
function settlement(which: Prisma.Sql, cameTo: BudgetAmount | undefined) {
  const { tokens = null, micros = null } = cameTo ?? {};
  return {
    taken: Prisma.sql`DELETE FROM model_reservation WHERE ${which} RETURNING call, run_id, windows, priced, tokens, micros`,
    counted: Prisma.sql`
      SELECT held.key, amount.tokens, amount.micros, amount.used_tokens, amount.used_micros
      FROM budget_window held JOIN (
        SELECT named.key, sum(tokens)::bigint AS tokens, sum(coalesce(${tokens}::bigint, tokens))::bigint AS used_tokens,
          coalesce(sum(micros) FILTER (WHERE is_priced), 0)::bigint AS micros,
          coalesce(sum(coalesce(${micros}::bigint, micros)) FILTER (WHERE is_priced), 0)::bigint AS used_micros
        FROM taken CROSS JOIN LATERAL (
          SELECT key, key = ANY(taken.priced) AS is_priced FROM unnest(taken.windows) AS each (key)) AS named
        GROUP BY named.key) AS amount USING (key)
      ORDER BY held.key FOR UPDATE OF held`,
    write: Prisma.sql`
      UPDATE budget_window SET
        used_tokens = budget_window.used_tokens + counted.used_tokens,
        reserved_tokens = budget_window.reserved_tokens - counted.tokens,
        used_micros = budget_window.used_micros + counted.used_micros,
        reserved_micros = budget_window.reserved_micros - counted.micros,
        most_tokens = most_tokens + greatest(0, budget_window.used_tokens + budget_window.reserved_tokens
          + counted.used_tokens - counted.tokens - most_tokens),
        most_micros = most_micros + greatest(0, budget_window.used_micros + budget_window.reserved_micros
          + counted.used_micros - counted.micros - most_micros)
      FROM counted WHERE budget_window.key = counted.key`,
  };
}
