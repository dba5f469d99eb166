import type { BudgetAmount, BudgetLimit } from '#contracts/budget.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

/** A window that a call counts in. */
export interface CountedIn {
  /** Where it holds `callerMark`, whoever started the run is put there. */
  key: string;
  budget: string;
  most: BudgetLimit & { calls: number | null };
  /** Whether what the call costs counts in it too. */
  countsMoney: boolean;
  until: Date | null;
}

/** What a call may come to at most, and where that counts. */
export interface Reservation {
  call: string;
  runId: string;
  amount: BudgetAmount;
  /** Nobody knows what it costs. */
  isUnpriced: boolean;
  windows: readonly CountedIn[];
  until: Date;
}

/** A window as it stands. */
export interface WindowRow {
  key: string;
  budget: string;
  calls: number;
  used: BudgetAmount;
  reserved: BudgetAmount;
  unpriced: number;
  granted: BudgetAmount;
  until: Date | null;
}

export const callerMark = '{caller}';

/** A window has room for one more call where what it has at most holds; what is not limited gives NULL. */
const overfull = (asked: Reservation) => Prisma.sql`(
  held.calls + 1 > asked.most_calls
  OR held.used_tokens + held.reserved_tokens + ${asked.amount.tokens}::bigint > asked.most_tokens
  OR asked.counts_money AND held.used_micros + held.reserved_micros + ${asked.amount.micros}::bigint > asked.most_micros)`;

/** The windows of a call, with what was granted to them. */
function asked({ runId, windows }: Reservation): Prisma.Sql {
  const column = <Value>(of: (window: CountedIn) => Value) => windows.map(of);
  return Prisma.sql`(
    SELECT named.key, named.budget, named.most_calls, named.counts_money, named.until,
      named.most_tokens + coalesce(granted.tokens, 0) AS most_tokens,
      named.most_micros + coalesce(granted.micros, 0) AS most_micros
    FROM (
      SELECT replace(given.key, ${callerMark}, run.started_by) AS key, budget, most_calls, most_tokens, most_micros,
        counts_money, until
      FROM unnest(${column(({ key }) => key)}::text[], ${column(({ budget }) => budget)}::text[],
          ${column(({ most }) => most.calls)}::int[], ${column(({ most }) => most.tokens)}::bigint[],
          ${column(({ most }) => most.micros)}::bigint[], ${column(({ countsMoney }) => countsMoney)}::boolean[],
          ${column(({ until }) => until)}::timestamptz[])
        AS given (key, budget, most_calls, most_tokens, most_micros, counts_money, until)
      JOIN run ON run.id = ${runId}) AS named
    LEFT JOIN LATERAL (
      SELECT sum(tokens)::bigint AS tokens, sum(micros)::bigint AS micros
      FROM budget_grant WHERE window_key = named.key) AS granted ON TRUE) AS asked`;
}

/** Holds where none of the windows is seen to be without room; two that see this at once are told apart by their checks. */
export function windowsHaveRoom(reservation: Reservation): Prisma.Sql {
  if (reservation.windows.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM ${asked(reservation)} JOIN budget_window held USING (key) WHERE ${overfull(reservation)})`;
}

/** Counts the call in its windows, always in the order of their keys, so that no two wait for each other. */
export function reserve(reservation: Reservation): readonly Write[] {
  const { call, runId, amount, isUnpriced, windows, until } = reservation;
  if (windows.length === 0) return [];
  const { tokens, micros } = amount;
  return [
    Prisma.sql`
    INSERT INTO model_reservation (call, run_id, windows, priced, tokens, micros, until)
    SELECT ${call}, ${runId}, array_agg(key), coalesce(array_agg(key) FILTER (WHERE counts_money), '{}'),
      ${tokens}::bigint, ${micros}::bigint, ${until}::timestamptz
    FROM gate CROSS JOIN ${asked(reservation)} HAVING count(*) > 0`,
    Prisma.sql`
    INSERT INTO budget_window AS held (key, budget, calls, used_tokens, reserved_tokens, used_micros, reserved_micros,
      unpriced, most_calls, most_tokens, most_micros, until)
    SELECT key, budget, 1, 0, ${tokens}::bigint, 0, CASE WHEN counts_money THEN ${micros}::bigint ELSE 0 END,
      ${isUnpriced ? 1 : 0}::int, most_calls, most_tokens, most_micros, asked.until
    FROM gate CROSS JOIN ${asked(reservation)} ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      calls = held.calls + 1, unpriced = held.unpriced + excluded.unpriced,
      reserved_tokens = held.reserved_tokens + excluded.reserved_tokens,
      reserved_micros = held.reserved_micros + excluded.reserved_micros,
      most_calls = excluded.most_calls, most_tokens = excluded.most_tokens, most_micros = excluded.most_micros`,
  ];
}

/**
 * The windows as they stand, made where they are missing and locked in the order of their keys until the end of the
 * transaction. The part of a window that is one run's is left out where nothing was granted to that.
 */
export function lockWindows(tx: Transaction, reservation: Reservation): Promise<WindowRow[]> {
  return query<WindowRow>(
    tx,
    Prisma.sql`
    INSERT INTO budget_window AS held (key, budget, calls, used_tokens, reserved_tokens, used_micros, reserved_micros,
      unpriced, until)
    SELECT key, budget, 0, 0, 0, 0, 0, 0, asked.until FROM ${asked(reservation)}
    WHERE strpos(key, '#') = 0 OR EXISTS (SELECT 1 FROM budget_grant WHERE window_key = key) ORDER BY key
    ON CONFLICT (key) DO UPDATE SET budget = excluded.budget
    RETURNING ${columns}`,
  );
}

/** What counts, and is shown, of a window. */
const columns = Prisma.sql`held.key, held.budget, held.calls, held.unpriced, held.until,
  json_build_object('tokens', held.used_tokens, 'micros', held.used_micros) AS used,
  json_build_object('tokens', held.reserved_tokens, 'micros', held.reserved_micros) AS reserved,
  (SELECT json_build_object('tokens', coalesce(sum(tokens), 0), 'micros', coalesce(sum(micros), 0))
    FROM budget_grant WHERE window_key = held.key) AS granted`;

export function listWindowsOf(tx: Transaction, keys: readonly string[]): Promise<WindowRow[]> {
  const wanted = Prisma.sql`held.key = ANY(${[...keys]}::text[])`;
  return query<WindowRow>(tx, Prisma.sql`SELECT ${columns} FROM budget_window held WHERE ${wanted}`);
}

/** Of these budgets, so many windows of each at most that are not over, and those named besides; the most used first. */
export function listOpenWindows(
  tx: Transaction,
  { budgets, each, besides }: { budgets: readonly string[]; each: number; besides: readonly string[] },
): Promise<WindowRow[]> {
  return query<WindowRow>(
    tx,
    Prisma.sql`
    WITH open AS (
      SELECT window_of_day.* FROM budget_window window_of_day WHERE until > now()
      UNION ALL
      SELECT window_of_run.* FROM run
        CROSS JOIN unnest(${[...budgets]}::text[]) AS named (budget)
        JOIN budget_window window_of_run ON window_of_run.key = named.budget || '/' || run.id
      WHERE run.status <> 'closed' AND window_of_run.until IS NULL),
    placed AS (
      SELECT key, row_number() OVER (PARTITION BY budget ORDER BY used_tokens + reserved_tokens DESC, key) AS place
      FROM open WHERE budget = ANY(${[...budgets]}::text[]) AND strpos(key, '#') = 0)
    SELECT ${columns} FROM budget_window held
    WHERE key IN (SELECT key FROM placed WHERE place <= ${each}::int) OR key = ANY(${[...besides]}::text[])
    ORDER BY held.budget, held.used_tokens + held.reserved_tokens DESC, held.key`,
  );
}

/** What is over is shown no more, and goes once nothing in it is reserved. */
export function removeWindows(tx: Transaction, { overBefore }: { overBefore: Date }): Promise<{ key: string }[]> {
  return query(
    tx,
    Prisma.sql`
    DELETE FROM budget_window WHERE until < ${overBefore}::timestamptz AND reserved_tokens = 0 AND reserved_micros = 0
    RETURNING key`,
  );
}

const overfullError = '23514';

/** Whether a statement wrote nothing since a window has no room for all that it counts. */
export function isOverfull(error: unknown): boolean {
  const { code, table } = error as { code?: unknown; table?: unknown };
  return error instanceof Error && code === overfullError && table === 'budget_window';
}
