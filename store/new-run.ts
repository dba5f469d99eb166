import { Prisma } from '#prisma/client/client.ts';
import type { RunRow } from './runs.ts';
import type { Write } from './write-together.ts';

export type NewRun = Pick<
  RunRow,
  | 'id'
  | 'process'
  | 'processVersion'
  | 'startedBy'
  | 'starterRole'
  | 'trigger'
  | 'reference'
  | 'subjectId'
  | 'keyId'
  | 'snapshotHash'
  | 'inputSealed'
  | 'parentRunId'
  | 'parentStepKey'
  | 'idempotencyKey'
  | 'requestHash'
  | 'dispatchCounter'
  | 'createdAt'
>;

/**
 * Accepts a run; a claim finds no room where its request, or its parent's step, has one already. The gate it makes
 * gives the run's first order its place.
 */
export function insertRun(run: NewRun): Write {
  const { id, process, processVersion, startedBy, starterRole, trigger, reference, subjectId, keyId } = run;
  const { snapshotHash, inputSealed, parentRunId, parentStepKey, idempotencyKey, requestHash } = run;
  const { dispatchCounter, createdAt } = run;
  return Prisma.sql`
    INSERT INTO run (id, process, process_version, status, started_by, starter_role, trigger, reference, subject_id,
      key_id, snapshot_hash, input_sealed, parent_run_id, parent_step_key, idempotency_key, request_hash,
      dispatch_counter, created_at)
    SELECT ${id}, ${process}, ${processVersion}::int, 'accepted', ${startedBy}, ${starterRole}, ${trigger},
      ${reference}, ${subjectId}, ${keyId}, ${snapshotHash}, ${inputSealed}::bytea, ${parentRunId}, ${parentStepKey},
      ${idempotencyKey}, ${requestHash}, ${dispatchCounter}::int, ${createdAt}::timestamptz FROM gate
    ON CONFLICT DO NOTHING RETURNING id AS run_id, dispatch_counter AS sequence`;
}

/** The row as it stands once it is inserted. */
export function rowOf(run: NewRun): RunRow {
  return {
    ...run,
    status: 'accepted',
    outcome: null,
    execution: 1,
    temporalRunId: null,
    followsRunId: null,
    rounds: [],
    cancelRequestedAt: null,
    undoOutcome: null,
    stuckSince: null,
    startedAt: null,
    closedAt: null,
  };
}

/** What the run that was just accepted is found by. */
export function insertRunSearch(text: string): Write {
  return Prisma.sql`INSERT INTO run_search (run_id, text) SELECT gate.run_id, ${text} FROM gate`;
}

/** What a run is found by besides, since it came in later. */
export function addRunSearch(text: string): Write {
  return Prisma.sql`UPDATE run_search SET text = text || E'\n' || ${text} FROM gate WHERE run_search.run_id = gate.run_id`;
}
