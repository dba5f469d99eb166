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
    RETURNING id, run_id AS "runId", sequence, kind, payload, attempts`;
}

/** Ends an order; false when somebody else ended it first. */
export async function finishDispatch(
  tx: Transaction,
  finish: { id: bigint; state: 'delivered' | 'undeliverable'; lastError?: string },
): Promise<boolean> {
  const changed = await tx.dispatch.updateMany({
    where: { id: finish.id, state: 'open' },
    data: { state: finish.state, finishedAt: new Date(), lastError: finish.lastError ?? null },
  });
  return changed.count === 1;
}

export async function postponeDispatch(tx: Transaction, postpone: { id: bigint; delayMs: number; lastError: string }): Promise<void> {
  await tx.$executeRaw`
    UPDATE dispatch SET leased_until = NULL, last_error = ${postpone.lastError},
      next_attempt_at = now() + ${postpone.delayMs} * interval '1 millisecond'
    WHERE id = ${postpone.id} AND state = 'open'`;
}

export async function hasOpenDispatch(tx: Transaction, runId: string): Promise<boolean> {
  return (await tx.dispatch.count({ where: { runId, state: 'open' } })) > 0;
}
