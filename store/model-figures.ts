import { query, send, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** How one call of a model came out. */
export interface CallOutcomeRow {
  model: string;
  at: Date;
  /** What the model gave; null where it gave nothing. */
  result: string | null;
  /** Why it gave nothing. */
  why: string | null;
  latencyMs: number | null;
}

/** What calls of one model in one process came to; `currency` is empty where their cost is not known. */
export interface ModelSpendRow {
  /** In UTC, such as 2026-11-23. */
  day: string;
  model: string;
  process: string;
  currency: string;
  calls: number;
  micros: number;
}

/** Calls of one model in one process on a day that nobody heard the answer of. */
export interface ModelDoubtRow {
  day: string;
  model: string;
  process: string;
  calls: number;
}

/** As text of the statement: an index is kept of these entries alone. */
const isModelCall = Prisma.sql`kind IN ('effect-done', 'effect-failed', 'effect-unknown')
  AND body LIKE '{"asset":"%","digest":"%","effect":"callModel",%'`;
const calledModel = Prisma.sql`split_part(body, '"', 4)`;

/** Holds where one of these models, an array of the statement, gave anything since. */
export function hasAnswered(models: Prisma.Sql, since: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM unnest(${models}) AS awaited(model) JOIN ledger ON ${calledModel} = awaited.model
    WHERE ${isModelCall} AND ledger.kind = 'effect-done' AND ledger.at > ${since})`;
}

/** The latest calls of each of these models, newest first. */
export function listLatestModelCalls(
  tx: Transaction,
  { models, each }: { models: readonly string[]; each: number },
): Promise<CallOutcomeRow[]> {
  return query<CallOutcomeRow>(
    tx,
    Prisma.sql`
    SELECT asked.model, call.at, call.body ->> 'result' AS result, call.body ->> 'why' AS why,
      (call.body -> 'record' ->> 'latencyMs')::float8 AS "latencyMs"
    FROM unnest(${[...models]}::text[]) AS asked(model) CROSS JOIN LATERAL (
      SELECT at, body::jsonb AS body FROM ledger WHERE ${isModelCall} AND ${calledModel} = asked.model
      ORDER BY at DESC LIMIT ${each}::int) AS call
    ORDER BY asked.model, call.at DESC`,
  );
}

/** What answers cost on this day and since, by day in UTC. Calls without an answer have no cost on record. */
export function readModelSpend(tx: Transaction, { from }: { from: string }): Promise<ModelSpendRow[]> {
  return query<ModelSpendRow>(
    tx,
    Prisma.sql`SELECT day::text, model, process, currency, calls, micros FROM (${spendBetween(from)}) AS spent`,
  );
}

/** Keeps what a day came to; one that is kept stays as it is. */
export async function keepModelDays(tx: Transaction, { from, to }: { from: string; to: string }): Promise<void> {
  await send(
    tx,
    Prisma.sql`INSERT INTO model_day (day, model, process, currency, calls, micros) ${spendBetween(from, to)}
    ON CONFLICT DO NOTHING`,
  );
}

export async function findLastModelDay(tx: Transaction): Promise<string | undefined> {
  const [row] = await query<{ last: string | null }>(tx, Prisma.sql`SELECT max(day)::text AS last FROM model_day`);
  return row?.last ?? undefined;
}

export function listModelDays(tx: Transaction, { from, to }: { from: string; to: string }): Promise<ModelSpendRow[]> {
  return query<ModelSpendRow>(
    tx,
    Prisma.sql`
    SELECT day::text, model, process, currency, calls, micros::float8 AS micros FROM model_day
    WHERE day >= ${from}::date AND day < ${to}::date`,
  );
}

/**
 * The figures are cut out of the text, which is canonical JSON: reading each body as JSON, or by a pattern, takes many
 * times as long. They are cut out before anything is grouped, so that no body is carried along.
 */
function spendBetween(from: string, to?: string): Prisma.Sql {
  const before = to === undefined ? Prisma.empty : Prisma.sql`AND at < ${to}::date::timestamp AT TIME ZONE 'UTC'`;
  return Prisma.sql`
    WITH call AS MATERIALIZED (
      SELECT (at AT TIME ZONE 'UTC')::date AS day, ${calledModel} AS model, substring(actor FROM 9) AS process,
        split_part(cost, '"', 1) AS currency,
        nullif(split_part(split_part(cost, '"micros":', 2), '}', 1), '')::bigint AS micros
      FROM ledger CROSS JOIN LATERAL (SELECT split_part(body, '"cost":{"currency":"', 2)) AS known (cost)
      WHERE ${isModelCall} AND kind = 'effect-done' AND at >= ${from}::date::timestamp AT TIME ZONE 'UTC' ${before})
    SELECT day, model, process, currency, count(*)::int AS calls, coalesce(sum(micros), 0)::float8 AS micros
    FROM call GROUP BY 1, 2, 3, 4`;
}

/** Calls since this day of which nobody knows whether they were paid for. They are few, and an index holds no others. */
export function readModelDoubts(tx: Transaction, { from }: { from: string }): Promise<ModelDoubtRow[]> {
  return query<ModelDoubtRow>(
    tx,
    Prisma.sql`
    SELECT (call.at AT TIME ZONE 'UTC')::date::text AS day, coalesce(call.model, '') AS model, run.process,
      count(*)::int AS calls
    FROM model_call AS call JOIN run ON run.id = call.run_id
    WHERE call.doubt IS NOT NULL AND call.at >= ${from}::date::timestamp AT TIME ZONE 'UTC' GROUP BY 1, 2, 3`,
  );
}
