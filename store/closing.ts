import { Prisma } from '#prisma/client/client.ts';
import { hasOpenCall } from './model-calls.ts';
import type { Write } from './write-together.ts';

/** Gives a row where no task, question or model call of the run is open, and no message of it queued or leaving. */
export function nothingIsOpen(runId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM approval WHERE run_id = ${runId} AND state = 'open')
      AND NOT EXISTS (SELECT 1 FROM question WHERE run_id = ${runId} AND state = 'open')
      AND NOT ${hasOpenCall(runId)}
      AND NOT EXISTS (SELECT 1 FROM outbox_message WHERE run_id = ${runId}
        AND (state = 'queued' OR (state = 'sending' AND message_class <> 'notice')))`;
}

/** Closes the run; a claim finds none where it is closed. */
export function closeRun(close: { id: string; outcome: string; temporalRunId: string | undefined }): Write {
  const { id, outcome, temporalRunId = null } = close;
  return Prisma.sql`
    UPDATE run SET status = 'closed', outcome = ${outcome}, closed_at = ${new Date()}::timestamptz, stuck_since = NULL,
      temporal_run_id = coalesce(${temporalRunId}, temporal_run_id)
    FROM gate WHERE run.id = ${id} AND run.status <> 'closed' RETURNING 1`;
}
