import type { Attention, RunListStatus } from '#contracts/http/run.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import { type Decider, waitsForWordOf } from './approval-list.ts';
import { attentionNeeds } from './run-attention.ts';
import { matchesSearch } from './search.ts';

export interface RunListRow {
  id: string;
  process: string;
  processVersion: number;
  status: string;
  outcome: string | null;
  startedBy: string;
  trigger: string;
  reference: string | null;
  parentRunId: string | null;
  cancelRequestedAt: Date | null;
  undoOutcome: string | null;
  stuckSince: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface RunFilters {
  process?: string | undefined;
  status?: RunListStatus | undefined;
  q?: string | undefined;
  /** Only of these, by their ids. */
  runs?: readonly string[] | undefined;
  attention?: Attention | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  /** The business number, however it is written. */
  order?: string | undefined;
  /** The keyed hash of the address of whom the run is about. */
  subjectHash?: string;
  /** Only runs with a task that waits for somebody's word. */
  decidableBy?: readonly Decider[];
}

/** Runs newest first, from behind the place given. */
export function listRuns(
  tx: Transaction,
  page: { filters: RunFilters; after: { at: Date; id: string } | undefined; limit: number },
): Promise<RunListRow[]> {
  const conditions = [...conditionsOf(page.filters), ...after(page.after)];
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  return query<RunListRow>(
    tx,
    Prisma.sql`
    SELECT run.id, run.process, run.process_version AS "processVersion", run.status, run.outcome,
      run.started_by AS "startedBy", run.trigger, run.reference, run.parent_run_id AS "parentRunId",
      run.cancel_requested_at AS "cancelRequestedAt", run.undo_outcome AS "undoOutcome", run.stuck_since AS "stuckSince", run.created_at AS "createdAt", run.closed_at AS "closedAt"
    FROM run ${where} ORDER BY run.created_at DESC, run.id DESC LIMIT ${page.limit}::int`,
    'by-values',
  );
}

/** As text of the statement: an index is kept of open runs alone. */
const statusIs: Readonly<Record<RunListStatus, Prisma.Sql>> = {
  accepted: Prisma.sql`run.status = 'accepted'`,
  running: Prisma.sql`run.status = 'running'`,
  closed: Prisma.sql`run.status = 'closed'`,
  paused: attentionNeeds.paused,
};

function conditionsOf(filters: RunFilters): Prisma.Sql[] {
  const { runs, process, status, q, attention, from, to, order, subjectHash, decidableBy } = filters;
  return [
    ...(runs === undefined ? [] : [Prisma.sql`run.id = ANY(${[...runs]}::text[])`]),
    ...(process === undefined ? [] : [Prisma.sql`run.process = ${process}`]),
    ...(status === undefined ? [] : [statusIs[status]]),
    ...(from === undefined ? [] : [Prisma.sql`run.created_at >= ${from}`]),
    ...(to === undefined ? [] : [Prisma.sql`run.created_at < ${to}`]),
    ...(order === undefined ? [] : [Prisma.sql`upper(run.reference) = upper(${order})`]),
    ...(subjectHash === undefined
      ? []
      : [Prisma.sql`run.subject_id = (SELECT id FROM subject WHERE address_hash = ${subjectHash})`]),
    ...(decidableBy === undefined
      ? []
      : [
          // Open runs are gone through newest first: OFFSET keeps PostgreSQL from fetching all that wait and sorting them.
          Prisma.sql`run.status <> 'closed' AND EXISTS (
            SELECT 1 FROM approval WHERE run_id = run.id AND state = 'open' AND ${waitsForWordOf(decidableBy)} OFFSET 0)`,
        ]),
    ...(attention === undefined ? [] : [attentionNeeds[attention]]),
    ...(q === undefined || q.trim() === '' ? [] : [matchesSearch(q)]),
  ];
}

function after(place: { at: Date; id: string } | undefined): Prisma.Sql[] {
  return place === undefined ? [] : [Prisma.sql`(run.created_at, run.id) < (${place.at}::timestamptz, ${place.id})`];
}
