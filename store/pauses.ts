import { query, type Transaction } from '#platform/database/client.ts';
import { type Pause, Prisma } from '#prisma/client/client.ts';
import { dispatchChannel } from './new-dispatch.ts';

export type PauseRow = Pause;

const channel = Prisma.raw(`'${dispatchChannel}'`);

/** A pause counts while the execution that waits has the run. */
const waits = Prisma.sql`run.id = pause.run_id AND run.execution = pause.execution AND run.status <> 'closed'`;

/** Notes what a step waits for; where it waits already, under the id it has. */
export async function putPause(
  tx: Transaction,
  { id, runId, stepKey, execution, switches }: Omit<PauseRow, 'since'>,
): Promise<{ id: string; isNew: boolean }> {
  const [row] = await query<{ id: string }>(
    tx,
    Prisma.sql`
    INSERT INTO pause (id, run_id, step_key, execution, switches)
    VALUES (${id}, ${runId}, ${stepKey}, ${execution}::int, ${switches}::text[])
    ON CONFLICT (step_key) DO UPDATE SET execution = excluded.execution, switches = excluded.switches
    RETURNING id`,
  );
  if (!row) throw new Error(`the pause of ${stepKey} was not written`);
  return { id: row.id, isNew: row.id === id };
}

/** Ends all that waits for the switch, and queues for each run that goes on the order that tells it. */
export function endPausesOf(tx: Transaction, switchId: string): Promise<{ id: string; runId: string }[]> {
  return query<{ id: string; runId: string }>(
    tx,
    Prisma.sql`
    WITH pause AS (DELETE FROM pause WHERE ${switchId} = ANY(switches) RETURNING id, run_id, execution),
    standing AS (
      SELECT run.id AS run_id, dispatch_counter, pause.id FROM run JOIN pause ON ${waits}
      WHERE run.cancel_requested_at IS NULL ORDER BY run.id FOR UPDATE OF run),
    placed AS (
      SELECT id, run_id, (dispatch_counter + row_number() OVER (PARTITION BY run_id ORDER BY id))::int AS sequence
      FROM standing),
    counted AS (
      UPDATE run SET dispatch_counter = last.sequence
      FROM (SELECT run_id, max(sequence) AS sequence FROM placed GROUP BY run_id) AS last WHERE run.id = last.run_id),
    queued AS (
      INSERT INTO dispatch (run_id, sequence, kind, payload)
      SELECT run_id, sequence, 'lifted', jsonb_build_object('pauseId', id) FROM placed
      RETURNING pg_notify(${channel}, ''))
    SELECT id, run_id AS "runId" FROM placed`,
  );
}

/** What the runs wait for, oldest first. */
export function listPausesOfRuns(tx: Transaction, runs: readonly string[]): Promise<PauseRow[]> {
  return query<PauseRow>(
    tx,
    Prisma.sql`
    SELECT pause.id, pause.run_id AS "runId", pause.step_key AS "stepKey", pause.execution, pause.switches, pause.since
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
