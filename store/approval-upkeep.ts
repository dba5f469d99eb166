import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { ApprovalRow } from './approvals.ts';
import type { Write } from './write-together.ts';

export interface TaskClaim {
  now: Date;
  limit: number;
  leaseMs: number;
}

/** Leases open tasks whose next step is due: where nobody writes it down in time, it is due again. */
export async function claimTasksDue(tx: Transaction, { now, limit, leaseMs }: TaskClaim): Promise<ApprovalRow[]> {
  const claimed = await query<{ id: string }>(
    tx,
    Prisma.sql`
    UPDATE approval SET next_at = ${new Date(now.getTime() + leaseMs)}::timestamptz
    WHERE id IN (
      SELECT task.id FROM approval task JOIN run ON run.id = task.run_id
      WHERE task.state = 'open' AND task.next_at <= ${now}::timestamptz
        AND coalesce(task.expires_at, task.due_at) > ${now}::timestamptz
        AND run.status <> 'closed' AND run.cancel_requested_at IS NULL
      ORDER BY task.next_at FOR UPDATE OF task SKIP LOCKED LIMIT ${limit})
    RETURNING id`,
  );
  if (claimed.length === 0) return [];
  return tx.approval.findMany({ where: { id: { in: claimed.map(({ id }) => id) } }, orderBy: { openedAt: 'asc' } });
}

export interface TaskStep {
  nextStep: number;
  nextAt: Date | null;
  /** Who is asked besides from now on. */
  words: readonly string[];
  /** Whoever has the task for themselves has not decided: now others may. */
  isEscalation: boolean;
  at: Date;
}

/** Takes a task to its next step while it is open and nobody did that before; a claim finds none otherwise. */
export function moveTaskOn({ id, nextStep }: Pick<ApprovalRow, 'id' | 'nextStep'>, after: TaskStep): Write {
  const words = [...after.words];
  return Prisma.sql`
    UPDATE approval SET next_step = ${after.nextStep}::int, next_at = ${after.nextAt}::timestamptz,
      claimed_by = CASE WHEN ${after.isEscalation} THEN NULL ELSE claimed_by END,
      claimed_at = CASE WHEN ${after.isEscalation} THEN NULL ELSE claimed_at END,
      audience = audience || ARRAY(SELECT word FROM unnest(${words}::text[]) word WHERE word <> ALL (audience))
    FROM gate
    WHERE approval.id = ${id} AND approval.run_id = gate.id AND approval.state = 'open'
      AND coalesce(approval.expires_at, approval.due_at) > ${after.at}::timestamptz
      AND approval.next_step = ${nextStep}::int
    RETURNING 1`;
}
