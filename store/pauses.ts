import type { SpentBudget } from '#contracts/budget.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { type Pause, Prisma } from '#prisma/client/client.ts';
import { hasAnswered } from './model-figures.ts';
import { dispatchChannel } from './new-dispatch.ts';

export type PauseRow = Omit<Pause, 'nextTryAt' | 'triedAt' | 'budgets'> & { budgets: readonly SpentBudget[] };
type NewPause = Pick<Pause, 'id' | 'runId' | 'stepKey' | 'execution' | 'switches'> & {
  models?: string[];
  budgets?: readonly SpentBudget[];
};

const channel = Prisma.raw(`'${dispatchChannel}'`);

/** A pause counts while the execution that waits has the run. */
const waits = Prisma.sql`run.id = pause.run_id AND run.execution = pause.execution AND run.status <> 'closed'`;

/** The first of those that wait for the same models tries again so soon, and the last ones so often, in seconds. */
const firstTry = Prisma.sql`interval '2 seconds'`;
const lastTries = Prisma.sql`interval '1 minute'`;

/** Notes what a step waits for; where it waits already, under the id it has. */
export async function putPause(
  tx: Transaction,
  { id, runId, stepKey, execution, switches, models = [], budgets = [] }: NewPause,
): Promise<{ id: string; isNew: boolean }> {
  const [row] = await query<{ id: string }>(
    tx,
    Prisma.sql`
    INSERT INTO pause (id, run_id, step_key, execution, switches, models, budgets, next_try_at)
    VALUES (${id}, ${runId}, ${stepKey}, ${execution}::int, ${switches}::text[], ${models}::text[],
      ${JSON.stringify(budgets)}::jsonb, now() + ${firstTry})
    ON CONFLICT (step_key) DO UPDATE
      SET execution = excluded.execution, switches = excluded.switches, models = excluded.models,
        budgets = excluded.budgets, tried_at = NULL
    RETURNING id`,
  );
  if (!row) throw new Error(`the pause of ${stepKey} was not written`);
  return { id: row.id, isNew: row.id === id };
}

/** Ends all that waits for the switch, and queues for each run that goes on the order that tells it. */
export function endPausesOf(tx: Transaction, switchId: string): Promise<EndedPause[]> {
  return endPauses(tx, Prisma.sql`${switchId} = ANY(switches)`);
}

/** What waits for budgets, oldest first. */
export function listBudgetPauses(tx: Transaction, most: number): Promise<Pick<PauseRow, 'id' | 'runId' | 'budgets'>[]> {
  return query(
    tx,
    Prisma.sql`
    SELECT pause.id, pause.run_id AS "runId", pause.budgets FROM pause JOIN run ON ${waits}
    WHERE pause.budgets <> '[]' ORDER BY pause.since, pause.id LIMIT ${most}::int`,
  );
}

/** Ends these, and queues for each run that goes on the order that tells it. */
export function endPausesNamed(tx: Transaction, ids: readonly string[]): Promise<EndedPause[]> {
  return endPauses(tx, Prisma.sql`id = ANY(${[...ids]}::text[])`);
}

/** Whether anything waits for a model. */
export async function areModelsAwaited(tx: Transaction): Promise<boolean> {
  const [row] = await query<{ awaited: boolean }>(
    tx,
    Prisma.sql`SELECT EXISTS (SELECT 1 FROM pause WHERE models <> '{}') AS awaited`,
  );
  return row?.awaited === true;
}

/** Where the step that waited has come out meanwhile. */
const hasComeOut = Prisma.sql`EXISTS (
  SELECT 1 FROM step_result WHERE step_result.key = pause.step_key AND finished_at > pause.since)`;

/** Ends all that waits for a model that has answered since, and what its own step has come out of by another. */
export function endAnsweredPauses(tx: Transaction): Promise<EndedPause[]> {
  const isOver = Prisma.sql`models <> '{}' AND (
    ${hasAnswered(Prisma.sql`pause.models`, Prisma.sql`pause.since`)}
    OR ${hasComeOut}
    OR tried_at < now() - interval '1 hour')`;
  return endPauses(tx, isOver);
}

/**
 * Has one of all that wait for the same models try again where that is due, and puts off the others: by half of the time
 * that they have waited so far, up to a minute.
 */
export async function tryAwaitedModels(tx: Transaction): Promise<number> {
  const tried = await query<{ id: string }>(
    tx,
    Prisma.sql`
    WITH waiting AS (
      SELECT pause.id, pause.run_id, pause.models, pause.next_try_at, pause.since, pause.tried_at
      FROM pause JOIN run ON ${waits} WHERE pause.models <> '{}' AND run.cancel_requested_at IS NULL),
    first AS (
      SELECT DISTINCT ON (models) id, run_id, models FROM waiting
      WHERE tried_at IS NULL AND next_try_at <= now() ORDER BY models, next_try_at, id),
    outage AS (SELECT models, now() - min(since) AS lasted FROM waiting GROUP BY models),
    put_off AS (
      UPDATE pause SET
        next_try_at = now() + least(greatest(outage.lasted / 2, ${firstTry}), ${lastTries}),
        tried_at = CASE WHEN pause.id = first.id THEN now() ELSE pause.tried_at END
      FROM first JOIN outage USING (models) WHERE pause.models = first.models),
    ${ordersFor(Prisma.sql`first`)}
    SELECT id FROM placed`,
  );
  return tried.length;
}

export interface EndedPause {
  id: string;
  runId: string;
}

/**
 * Answers those that go on, and those that have gone on: the run of such a one may be closed by now. Whoever tries already
 * needs not be told.
 */
function endPauses(tx: Transaction, which: Prisma.Sql): Promise<EndedPause[]> {
  return query<EndedPause>(
    tx,
    Prisma.sql`
    WITH pause AS (DELETE FROM pause WHERE ${which} RETURNING id, run_id, step_key, execution, since, tried_at),
    standing AS (
      SELECT pause.id, pause.run_id, pause.tried_at FROM run JOIN pause ON ${waits}
      WHERE run.cancel_requested_at IS NULL),
    told AS (SELECT id, run_id FROM standing WHERE tried_at IS NULL),
    ${ordersFor(Prisma.sql`told`)}
    SELECT id, run_id AS "runId" FROM standing
    UNION SELECT id, run_id FROM pause WHERE ${hasComeOut}`,
  );
}

/** Queues the order that tells each of these pauses' runs to go on. */
function ordersFor(pauses: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    locked AS (
      SELECT run.id AS run_id, dispatch_counter, goes_on.id FROM run JOIN ${pauses} AS goes_on ON goes_on.run_id = run.id
      WHERE run.cancel_requested_at IS NULL ORDER BY run.id FOR UPDATE OF run),
    placed AS (
      SELECT id, run_id, (dispatch_counter + row_number() OVER (PARTITION BY run_id ORDER BY id))::int AS sequence
      FROM locked),
    counted AS (
      UPDATE run SET dispatch_counter = last.sequence
      FROM (SELECT run_id, max(sequence) AS sequence FROM placed GROUP BY run_id) AS last WHERE run.id = last.run_id),
    queued AS (
      INSERT INTO dispatch (run_id, sequence, kind, payload)
      SELECT run_id, sequence, 'lifted', jsonb_build_object('pauseId', id) FROM placed
      RETURNING pg_notify(${channel}, ''))`;
}

/** What the runs wait for, oldest first. */
export function listPausesOfRuns(tx: Transaction, runs: readonly string[]): Promise<PauseRow[]> {
  return query<PauseRow>(
    tx,
    Prisma.sql`
    SELECT pause.id, pause.run_id AS "runId", pause.step_key AS "stepKey", pause.execution, pause.switches,
      pause.models, pause.budgets, pause.since
    FROM pause JOIN run ON ${waits} WHERE pause.run_id = ANY(${[...runs]}::text[]) ORDER BY pause.since, pause.id`,
  );
}

/** How many runs wait for each switch. */
export async function countPaused(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ id: string; runs: number }>(
    tx,
    Prisma.sql`
    SELECT waited.id, count(DISTINCT run.id)::int AS runs
    FROM pause JOIN run ON ${waits} CROSS JOIN unnest(pause.switches) AS waited (id)
    GROUP BY waited.id`,
  );
  return new Map(rows.map(({ id, runs }) => [id, runs]));
}
