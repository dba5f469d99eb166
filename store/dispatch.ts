import type { Transaction } from '#platform/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

/** What the channel is called that wakes dispatchers at commit. */
export const dispatchChannel = 'baton_dispatch';

export interface DispatchRow {
  id: bigint;
  runId: string;
  sequence: number;
  kind: string;
  payload: unknown;
  attempts: number;
  /** Another order of the same run waits behind this one. */
  followed: boolean;
}

/** Queues an order to Temporal behind the earlier ones of its run, and wakes a dispatcher when this commits. */
export async function addDispatch(
  tx: Transaction,
  order: { runId: string; kind: string; payload: Prisma.InputJsonValue },
): Promise<number> {
  const rows = await tx.$queryRaw<{ sequence: number }[]>`
    WITH numbered AS (
      UPDATE run SET dispatch_counter = dispatch_counter + 1 WHERE id = ${order.runId} RETURNING dispatch_counter
    )
    INSERT INTO dispatch (run_id, sequence, kind, payload)
    SELECT ${order.runId}, dispatch_counter, ${order.kind}, ${JSON.stringify(order.payload)}::jsonb FROM numbered
    RETURNING sequence, pg_notify(${dispatchChannel}, '')::text`;
  const sequence = rows[0]?.sequence;
  if (sequence === undefined) throw new Error(`dispatch for ${order.runId}: there is no such run row`);
  return sequence;
}

/** Leases the oldest open order of up to `limit` runs. A lease that lapses is taken again. */
export function claimDispatch(tx: Transaction, claim: { limit: number; leaseMs: number }): Promise<DispatchRow[]> {
  return tx.$queryRaw<DispatchRow[]>`
    UPDATE dispatch SET leased_until = now() + ${claim.leaseMs} * interval '1 millisecond', attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM dispatch candidate
      WHERE state = 'open' AND next_attempt_at <= now() AND (leased_until IS NULL OR leased_until < now())
        AND NOT EXISTS (
          SELECT 1 FROM dispatch earlier
          WHERE earlier.run_id = candidate.run_id AND earlier.state = 'open' AND earlier.sequence < candidate.sequence)
      ORDER BY next_attempt_at, id FOR UPDATE SKIP LOCKED LIMIT ${claim.limit})
    RETURNING id, run_id AS "runId", sequence, kind, payload, attempts, EXISTS (
      SELECT 1 FROM dispatch later
      WHERE later.run_id = dispatch.run_id AND later.state = 'open' AND later.sequence > dispatch.sequence) AS followed`;
}

/** Ends an order that was delivered; one that started an execution gives it the run, in the same statement. */
export async function finishDelivered(tx: Transaction, delivered: { id: bigint; executionId?: string }): Promise<void> {
  const { id, executionId } = delivered;
  if (executionId === undefined) {
    await tx.$executeRaw`UPDATE dispatch SET state = 'delivered', finished_at = now(), last_error = NULL
      WHERE id = ${id} AND state = 'open'`;
    return;
  }
  await tx.$executeRaw`
    WITH delivered AS (
      UPDATE dispatch SET state = 'delivered', finished_at = now(), last_error = NULL
      WHERE id = ${id} AND state = 'open' RETURNING run_id)
    UPDATE run SET status = CASE WHEN status = 'accepted' THEN 'running' ELSE status END,
      started_at = coalesce(started_at, now()), temporal_run_id = ${executionId}
    WHERE id = (SELECT run_id FROM delivered)`;
}

/** Ends an order that can never be delivered; false when somebody else ended it first. */
export async function giveUpDispatch(tx: Transaction, order: { id: bigint; why: string }): Promise<boolean> {
  const changed = await tx.dispatch.updateMany({
    where: { id: order.id, state: 'open' },
    data: { state: 'undeliverable', finishedAt: new Date(), lastError: order.why },
  });
  return changed.count === 1;
}

export async function postponeDispatch(
  tx: Transaction,
  postpone: { id: bigint; delayMs: number; lastError: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE dispatch SET leased_until = NULL, last_error = ${postpone.lastError},
      next_attempt_at = now() + ${postpone.delayMs} * interval '1 millisecond'
    WHERE id = ${postpone.id} AND state = 'open'`;
}

export async function hasOpenDispatch(tx: Transaction, runId: string): Promise<boolean> {
  return (await tx.dispatch.count({ where: { runId, state: 'open' } })) > 0;
}
