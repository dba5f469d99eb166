import { query, send, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import { countDispatch, insertDispatch, type NewDispatch, nextDispatch } from './new-dispatch.ts';
import { roundedNow } from './rounded-now.ts';
import type { RunRow } from './runs.ts';
import { writeTogether } from './write-together.ts';

/** Queues an order behind the earlier ones of its run. */
export async function addDispatch(
  tx: Transaction,
  { runId, ...order }: NewDispatch & { runId: string },
): Promise<void> {
  const condition = nextDispatch(runId, { standing: false });
  if (await writeTogether(tx, { condition, writes: [countDispatch(), insertDispatch(order)] })) return;
  throw new Error(`dispatch for ${runId}: there is no such run row`);
}

/** The run as an order to start or retry it needs it. */
export type OrderedRun = Pick<
  RunRow,
  | 'id'
  | 'process'
  | 'processVersion'
  | 'execution'
  | 'rounds'
  | 'starterRole'
  | 'trigger'
  | 'reference'
  | 'snapshotHash'
  | 'inputSealed'
>;

export interface DispatchRow {
  id: bigint;
  runId: string;
  sequence: number;
  kind: string;
  payload: unknown;
  attempts: number;
  /** Another order of the same run waits behind this one. */
  followed: boolean;
  /** With an order that begins an execution; null where the row is missing. */
  run: OrderedRun | null;
}

type ClaimedRow = Omit<DispatchRow, 'run'> & (Omit<OrderedRun, 'id'> | { process: null });

/** Leases the oldest open order of up to `limit` runs. A lease that lapses is taken again. */
export async function claimDispatch(
  tx: Transaction,
  claim: { limit: number; leaseMs: number },
): Promise<DispatchRow[]> {
  const rows = await query<ClaimedRow>(
    tx,
    Prisma.sql`
    WITH claimed AS (
      UPDATE dispatch SET leased_until = now() + ${claim.leaseMs} * interval '1 millisecond', attempts = attempts + 1
      WHERE id IN (
        SELECT id FROM dispatch candidate
        WHERE state = 'open' AND next_attempt_at <= ${roundedNow} AND (leased_until IS NULL OR leased_until < now())
          AND NOT EXISTS (
            SELECT 1 FROM dispatch earlier
            WHERE earlier.run_id = candidate.run_id AND earlier.state = 'open' AND earlier.sequence < candidate.sequence)
        ORDER BY next_attempt_at, id FOR UPDATE SKIP LOCKED LIMIT ${claim.limit})
      RETURNING id, run_id, sequence, kind, payload, attempts, EXISTS (
        SELECT 1 FROM dispatch later
        WHERE later.run_id = dispatch.run_id AND later.state = 'open' AND later.sequence > dispatch.sequence) AS followed)
    SELECT claimed.id, claimed.run_id AS "runId", claimed.sequence, claimed.kind, claimed.payload, claimed.attempts,
      claimed.followed, run.process, run.process_version AS "processVersion", run.execution, run.rounds,
      run.starter_role AS "starterRole", run.trigger, run.reference, run.snapshot_hash AS "snapshotHash",
      run.input_sealed AS "inputSealed"
    FROM claimed LEFT JOIN run ON run.id = claimed.run_id AND claimed.kind IN ('start', 'retry')`,
  );
  return rows.map(withRun);
}

function withRun({ id, runId, sequence, kind, payload, attempts, followed, ...run }: ClaimedRow): DispatchRow {
  const order = { id, runId, sequence, kind, payload, attempts, followed };
  return { ...order, run: run.process === null ? null : { id: runId, ...run } };
}

export interface DeliveredOrder {
  id: bigint;
  /** Where it started one. */
  executionId?: string;
}

/**
 * Ends orders that were delivered; those that started an execution give it their run, in the same statement. The runs
 * are locked in the order of their ids, as by all who lock several, so that nobody waits for each other.
 */
export async function finishDelivered(tx: Transaction, orders: readonly DeliveredOrder[]): Promise<void> {
  const delivered = orders.map(({ id, executionId = null }) => ({ id: String(id), executionId }));
  await send(
    tx,
    Prisma.sql`
    WITH delivered AS (
      UPDATE dispatch SET state = 'delivered', finished_at = now(), last_error = NULL
      FROM jsonb_to_recordset(${JSON.stringify(delivered)}::jsonb) AS told (id bigint, "executionId" text)
      WHERE dispatch.id = told.id AND dispatch.state = 'open'
      RETURNING dispatch.run_id, told."executionId" AS execution_id),
    started AS (
      SELECT id FROM run WHERE id IN (SELECT run_id FROM delivered WHERE execution_id IS NOT NULL)
      ORDER BY id FOR NO KEY UPDATE)
    UPDATE run SET status = CASE WHEN status = 'accepted' THEN 'running' ELSE status END,
      started_at = coalesce(started_at, now()), temporal_run_id = delivered.execution_id
    FROM started JOIN delivered ON delivered.run_id = started.id WHERE run.id = started.id`,
  );
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
  await send(
    tx,
    Prisma.sql`
    UPDATE dispatch SET leased_until = NULL, last_error = ${postpone.lastError},
      next_attempt_at = now() + ${postpone.delayMs} * interval '1 millisecond'
    WHERE id = ${postpone.id} AND state = 'open'`,
  );
}

export async function hasOpenDispatch(tx: Transaction, runId: string): Promise<boolean> {
  return (await tx.dispatch.count({ where: { runId, state: 'open' } })) > 0;
}
