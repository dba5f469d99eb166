import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

export interface ApprovalStatsFilters {
  /** Only tasks of these. */
  processes: readonly string[];
  point?: string | undefined;
  /** Only tasks this person decided. */
  person?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

export interface ApprovalStatsRow {
  level: 'total' | 'process' | 'point' | 'person';
  process: string | null;
  point: string | null;
  person: string | null;
  opened: number;
  approved: number;
  edited: number;
  rejected: number;
  clarified: number;
  takenOver: number;
  expired: number;
  withdrawn: number;
  void: number;
  open: number;
  overdue: number;
  /** Seconds from open to decision; null where nothing was decided. */
  p50: number | null;
  p90: number | null;
  p99: number | null;
}

/**
 * Counts tasks in all, by process, by point and by whoever decided them, in one look at the table. What a void row
 * claims is nobody's decision, and an end without one takes nobody's time.
 */
export function readApprovalStats(tx: Transaction, filters: ApprovalStatsFilters): Promise<ApprovalStatsRow[]> {
  return query<ApprovalStatsRow>(
    tx,
    Prisma.sql`
    WITH task AS (
      SELECT process, point, state, due_at, CASE WHEN ${isDecided} THEN decided_by END AS person,
        CASE WHEN ${isDecided} THEN extract(epoch FROM decided_at - opened_at)::float8 END AS seconds
      FROM approval WHERE ${conditionsOf(filters)})
    SELECT CASE grouping(process, point, person) WHEN 7 THEN 'total' WHEN 3 THEN 'process' WHEN 1 THEN 'point'
        ELSE 'person' END AS level,
      process, point, person, count(*)::int AS opened, ${countsByState},
      count(*) FILTER (WHERE state = 'open' AND due_at < now())::int AS overdue,
      ${secondsAt(0.5)} AS p50,
      ${secondsAt(0.9)} AS p90,
      ${secondsAt(0.99)} AS p99
    FROM task GROUP BY GROUPING SETS ((), (process), (process, point), (person))
    HAVING grouping(person) = 1 OR person IS NOT NULL
    ORDER BY process, point, person`,
  );
}

const isDecided = Prisma.sql`state IN ('approved', 'edited', 'rejected', 'clarified', 'taken-over')`;

/** To the millisecond, as times are kept. */
function secondsAt(share: number): Prisma.Sql {
  return Prisma.sql`round(percentile_cont(${share}::float8) WITHIN GROUP (ORDER BY seconds)::numeric, 3)::float8`;
}

const states = {
  approved: 'approved',
  edited: 'edited',
  rejected: 'rejected',
  clarified: 'clarified',
  takenOver: 'taken-over',
  expired: 'expired',
  withdrawn: 'withdrawn',
  void: 'void',
  open: 'open',
} as const;

const countsByState = Prisma.join(
  Object.entries(states).map(
    ([name, state]) => Prisma.sql`count(*) FILTER (WHERE state = ${state})::int AS ${Prisma.raw(`"${name}"`)}`,
  ),
);

function conditionsOf({ processes, point, person, from, to }: ApprovalStatsFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`process = ANY(${[...processes]}::text[])`,
    ...(point === undefined ? [] : [Prisma.sql`point = ${point}`]),
    ...(person === undefined ? [] : [Prisma.sql`decided_by = ${person} AND ${isDecided}`]),
    ...(from === undefined ? [] : [Prisma.sql`opened_at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [Prisma.sql`opened_at < ${to}::timestamptz`]),
  ];
  return Prisma.join(conditions, ' AND ');
}
