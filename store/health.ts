import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import { nobodyMayAgree } from './notices.ts';
import { roundedNow } from './rounded-now.ts';
import { attentionNeeds } from './run-attention.ts';

export interface BudgetFigures {
  /** As the registry names it; the minutes of a model as `model:NAME`. */
  budget: string;
  usedTokens: number;
  reservedTokens: number;
  usedMicros: number;
  reservedMicros: number;
}

/** What an operator watches, counted in one go. */
export interface Figures {
  openApprovals: number;
  overdueApprovals: number;
  /** Age of the oldest task that waits for a person in seconds; 0 where none does. */
  oldestApprovalSeconds: number;
  /** Open tasks by what they are about; nothing where none is open. */
  approvals: readonly { process: string; point: string; open: number; overdue: number }[];
  /** Open tasks of which the last e-mail found nobody who may agree. */
  strandedApprovals: number;
  openDispatch: number;
  /** Age of the oldest open order in seconds; 0 where none is open. */
  oldestDispatchSeconds: number;
  /** Open runs that do not get on by themselves. */
  stuckRuns: number;
  /** Runs whose end nobody chose, and that nobody has retried. */
  failedRuns: number;
  /** Switches that are pulled. */
  pulledSwitches: number;
  /** Open runs that wait for one to be lifted, a model to answer or a budget to have room. */
  pausedRuns: number;
  /** What budgets count that is not over, the sum of all that one counts at the same time. */
  budgets: readonly BudgetFigures[];
  /** Calls of models of which nobody knows whether they were paid for; nothing where there was none. */
  perhapsPaid: readonly { model: string; count: number }[];
  outbox: readonly { state: string; count: number }[];
  runs: readonly { status: string; count: number }[];
}

export async function pingDatabase(tx: Transaction): Promise<void> {
  await query(tx, Prisma.sql`SELECT 1`);
}

export async function readFigures(tx: Transaction): Promise<Figures> {
  const [totals] = await query<Omit<Figures, 'approvals' | 'budgets' | 'perhapsPaid' | 'outbox' | 'runs'>>(
    tx,
    Prisma.sql`
    SELECT
      (SELECT count(*)::int FROM approval WHERE state = 'open') AS "openApprovals",
      (SELECT count(*)::int FROM approval WHERE state = 'open' AND due_at < now()) AS "overdueApprovals",
      (SELECT coalesce(extract(epoch FROM now() - min(opened_at)), 0)::float8 FROM approval WHERE state = 'open')
        AS "oldestApprovalSeconds",
      (SELECT count(DISTINCT approval.id)::int FROM outbox_message notice
        JOIN approval ON approval.run_id = notice.run_id AND approval.id = split_part(notice.item, '.', 1)
          AND approval.state = 'open'
        WHERE notice.message_class = 'notice' AND notice.last_error = ${nobodyMayAgree} AND NOT EXISTS (
          SELECT 1 FROM outbox_message later WHERE later.run_id = notice.run_id AND later.message_class = 'notice'
            AND split_part(later.item, '.', 1) = approval.id AND later.queued_at > notice.queued_at
            AND later.state = 'sent' AND later.last_error IS NULL)) AS "strandedApprovals",
      (SELECT count(*)::int FROM dispatch WHERE state = 'open') AS "openDispatch",
      (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM dispatch WHERE state = 'open')
        AS "oldestDispatchSeconds",
      (SELECT count(*)::int FROM run WHERE ${attentionNeeds.stuck}) AS "stuckRuns",
      (SELECT count(*)::int FROM run WHERE ${attentionNeeds.failed}) AS "failedRuns",
      (SELECT count(*)::int FROM switch WHERE lifted_at IS NULL) AS "pulledSwitches",
      (SELECT count(*)::int FROM run WHERE ${attentionNeeds.paused}) AS "pausedRuns"`,
  );
  const approvals = await query<Figures['approvals'][number]>(
    tx,
    Prisma.sql`
    SELECT process, point, count(*)::int AS open, count(*) FILTER (WHERE due_at < now())::int AS overdue
    FROM approval WHERE state = 'open' GROUP BY process, point`,
  );
  const budgets = await query<BudgetFigures>(
    tx,
    Prisma.sql`
    SELECT budget, sum(used_tokens)::float8 AS "usedTokens", sum(reserved_tokens)::float8 AS "reservedTokens",
      sum(used_micros)::float8 AS "usedMicros", sum(reserved_micros)::float8 AS "reservedMicros"
    FROM budget_window WHERE until > now() GROUP BY budget`,
  );
  const outbox = await tx.outboxMessage.groupBy({ by: ['state'], _count: { _all: true } });
  const runs = await query<Figures['runs'][number]>(
    tx,
    Prisma.sql`
    WITH open AS (SELECT status, count(*)::int AS count FROM run WHERE status <> 'closed' GROUP BY status)
    SELECT * FROM open UNION ALL
    SELECT 'closed', (SELECT count(*)::int FROM run) - coalesce((SELECT sum(count) FROM open), 0)::int`,
  );
  const perhapsPaid = await query<Figures['perhapsPaid'][number]>(
    tx,
    Prisma.sql`
    SELECT coalesce(model, '') AS model, count(*)::int AS count FROM model_call WHERE doubt IS NOT NULL GROUP BY 1`,
  );
  if (!totals) throw new Error('the database counted nothing');
  return {
    ...totals,
    approvals,
    budgets,
    perhapsPaid,
    outbox: outbox.map(({ state, _count }) => ({ state, count: _count._all })),
    runs,
  };
}

/** How long in seconds the order that may leave next has been waiting for a dispatcher; 0 where none waits. */
export async function readDispatchWait(tx: Transaction): Promise<number> {
  const [row] = await query<{ waited: number }>(
    tx,
    Prisma.sql`
    SELECT coalesce(max(extract(epoch FROM now() - greatest(next_attempt_at, leased_until))), 0)::float8 AS waited
    FROM dispatch candidate
    WHERE state = 'open' AND next_attempt_at <= ${roundedNow} AND NOT EXISTS (
      SELECT 1 FROM dispatch earlier
      WHERE earlier.run_id = candidate.run_id AND earlier.state = 'open' AND earlier.sequence < candidate.sequence)`,
  );
  return Math.max(0, row?.waited ?? 0);
}
