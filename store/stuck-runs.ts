import { query, send, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** Notes whether an open run gets on by itself; since when it does not is kept. */
export async function markStuck(tx: Transaction, mark: { id: string; isStuck: boolean }): Promise<void> {
  await send(
    tx,
    Prisma.sql`
    UPDATE run SET stuck_since = CASE WHEN ${mark.isStuck} THEN coalesce(stuck_since, now()) END
    WHERE id = ${mark.id} AND status IN ('accepted', 'running')`,
  );
}

/**
 * Open runs that should be moving and have not for ten seconds. One that has waited for a person, an answer, a child or a switch for two
 * minutes, and was told nothing since, rests; one that is known to be stuck or was asked to stop never does.
 */
export function listSuspects(tx: Transaction, page: { after: string; limit: number }): Promise<{ id: string }[]> {
  return query<{ id: string }>(
    tx,
    Prisma.sql`
    SELECT run.id FROM run
    WHERE run.status IN ('accepted', 'running') AND run.id > ${page.after} AND (
      run.stuck_since IS NOT NULL
      OR run.cancel_requested_at < now() - interval '1 minute'
      OR (run.created_at < now() - interval '10 seconds'
        AND NOT EXISTS (
          SELECT 1 FROM step_result s WHERE s.run_id = run.id AND s.finished_at > now() - interval '10 seconds')
        AND (
          EXISTS (
            SELECT 1 FROM dispatch d
            WHERE d.run_id = run.id AND d.state = 'delivered' AND d.finished_at > now() - interval '2 minutes')
          OR NOT (
            EXISTS (
              SELECT 1 FROM approval a WHERE a.run_id = run.id AND a.state = 'open'
                AND coalesce(a.expires_at, a.due_at) > now() AND a.opened_at < now() - interval '2 minutes')
            OR EXISTS (
              SELECT 1 FROM question q WHERE q.run_id = run.id AND q.state = 'open' AND q.expires_at > now()
                AND q.asked_at < now() - interval '2 minutes')
            OR EXISTS (
              SELECT 1 FROM run child WHERE child.parent_run_id = run.id AND child.status IN ('accepted', 'running')
                AND child.created_at < now() - interval '2 minutes')
            OR EXISTS (
              SELECT 1 FROM pause p WHERE p.run_id = run.id AND p.execution = run.execution
                AND p.since < now() - interval '2 minutes')))))
    ORDER BY run.id LIMIT ${page.limit}`,
  );
}
