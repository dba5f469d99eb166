import { query, send, type Transaction } from '#platform/database/client.ts';
import { Prisma, type Run } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Condition } from './write-together.ts';

export type RunRow = Run;

const columns = columnsOf(Prisma.RunScalarFieldEnum);

export async function findRun(tx: Transaction, id: string): Promise<RunRow | null> {
  const [row] = await query<RunRow>(tx, Prisma.sql`SELECT ${columns} FROM run WHERE id = ${id}`);
  return row ?? null;
}

export async function findRunByIdempotencyKey(
  tx: Transaction,
  search: { startedBy: string; idempotencyKey: string },
): Promise<RunRow | null> {
  return tx.run.findUnique({ where: { startedBy_idempotencyKey: search } });
}

export async function findChildOfStep(tx: Transaction, parentStepKey: string): Promise<RunRow | null> {
  return tx.run.findUnique({ where: { parentStepKey } });
}

export function listChildren(tx: Transaction, parentRunId: string): Promise<RunRow[]> {
  return tx.run.findMany({ where: { parentRunId }, orderBy: { createdAt: 'asc' } });
}

export interface StandingRow {
  status: string;
  cancelRequestedAt: Date | null;
  undoOutcome: string | null;
  execution: number;
}

/**
 * Reads whether the run stands, under the run row's lock: `share` for an effect about to happen,
 * `update` for what ends the run's right to act (cancel, close, retry).
 */
export async function lockRun(
  tx: Transaction,
  search: { id: string; mode: 'share' | 'update' },
): Promise<StandingRow | null> {
  const rows =
    search.mode === 'share'
      ? await query<StandingRow>(
          tx,
          Prisma.sql`
          SELECT status, cancel_requested_at AS "cancelRequestedAt", undo_outcome AS "undoOutcome", execution FROM run WHERE id = ${search.id} FOR SHARE`,
        )
      : await query<StandingRow>(
          tx,
          Prisma.sql`
          SELECT status, cancel_requested_at AS "cancelRequestedAt", undo_outcome AS "undoOutcome", execution FROM run WHERE id = ${search.id} FOR UPDATE`,
        );
  return rows[0] ?? null;
}

/**
 * Gives a row where the run stands, under a shared lock that holds until what depends on it is committed. Once it takes back
 * what it did, nothing but that may happen.
 */
export function runStands(
  { id, execution, undoing = false }: { id: string; execution: number; undoing?: boolean },
  { cancelled, where = [] }: { cancelled: boolean; where?: readonly Condition[] },
): Prisma.Sql {
  const standing = cancelled ? Prisma.sql`TRUE` : Prisma.sql`cancel_requested_at IS NULL`;
  return Prisma.sql`
    SELECT id FROM run WHERE id = ${id} AND status <> 'closed' AND execution = ${execution}
      AND (undo_outcome IS NOT NULL) = ${undoing} AND ${Prisma.join([standing, ...where], ' AND ')}
    FOR SHARE`;
}

/** Gives a row where the run is neither over nor to be cancelled, under a shared lock. */
export function runIsOpen(id: string): Prisma.Sql {
  return Prisma.sql`SELECT id FROM run WHERE id = ${id} AND status <> 'closed' AND cancel_requested_at IS NULL FOR SHARE`;
}

/** A child's execution is known only once it is over; until then none is named. */
export async function markRunStarted(
  tx: Transaction,
  start: { id: string; temporalRunId: string | null },
): Promise<void> {
  await send(
    tx,
    Prisma.sql`
    UPDATE run SET status = CASE WHEN status = 'accepted' THEN 'running' ELSE status END,
      started_at = coalesce(started_at, now()), temporal_run_id = coalesce(${start.temporalRunId}, temporal_run_id)
    WHERE id = ${start.id}`,
  );
}

export async function markCancelRequested(tx: Transaction, id: string): Promise<void> {
  await tx.run.update({ where: { id }, data: { cancelRequestedAt: new Date() } });
}

/** Gives an open run the execution that goes on with it; false when it has another by now. */
export async function adoptExecution(
  tx: Transaction,
  { run, executionId }: { run: RunRow; executionId: string },
): Promise<boolean> {
  const { id, execution, temporalRunId } = run;
  const changed = await tx.run.updateMany({
    where: { id, execution, temporalRunId, status: { not: 'closed' } },
    data: { temporalRunId: executionId },
  });
  return changed.count === 1;
}

/** Gives a run that is over another execution; the one it had is kept as the one to follow. */
export async function reopenRun(
  tx: Transaction,
  retry: { run: RunRow; rounds: Prisma.InputJsonValue },
): Promise<RunRow> {
  return tx.run.update({
    where: { id: retry.run.id },
    data: {
      status: 'accepted',
      outcome: null,
      closedAt: null,
      cancelRequestedAt: null,
      undoOutcome: null,
      execution: { increment: 1 },
      rounds: retry.rounds,
      followsRunId: retry.run.temporalRunId ?? retry.run.followsRunId,
      temporalRunId: null,
    },
  });
}

/** Open runs that were handed to Temporal, oldest check first, for the reconciler. */
export function listOpenRuns(
  tx: Transaction,
  page: { after: string; limit: number; olderThan: Date },
): Promise<RunRow[]> {
  return tx.run.findMany({
    where: { status: { not: 'closed' }, id: { gt: page.after }, createdAt: { lt: page.olderThan } },
    orderBy: { id: 'asc' },
    take: page.limit,
  });
}

/** Open children whose parent was closed before the time given. */
export function listOrphans(
  tx: Transaction,
  search: { parentClosedBefore: Date; limit: number },
): Promise<{ id: string }[]> {
  return query<{ id: string }>(
    tx,
    Prisma.sql`
    SELECT child.id FROM run child JOIN run parent ON parent.id = child.parent_run_id
    WHERE child.status IN ('accepted', 'running') AND parent.status = 'closed' AND parent.closed_at < ${search.parentClosedBefore}
    ORDER BY child.id LIMIT ${search.limit}`,
  );
}
