import type { Transaction } from '#platform/database/client.ts';
import { type OutboxMessage, Prisma } from '#prisma/client/client.ts';

export type OutboxRow = OutboxMessage;

const columns = Prisma.sql`id, run_id AS "runId", step_key AS "stepKey", step_name AS "stepName", item,
  message_id AS "messageId", message_class AS "messageClass", state, digest, content_sealed AS "contentSealed", attempts,
  leased_until AS "leasedUntil", next_attempt_at AS "nextAttemptAt", last_error AS "lastError", response,
  queued_at AS "queuedAt", sent_at AS "sentAt"`;

export type NewOutboxMessage = Pick<
  OutboxRow,
  'id' | 'runId' | 'stepKey' | 'stepName' | 'item' | 'messageId' | 'messageClass' | 'state' | 'digest' | 'contentSealed'
>;

/** Queues a message once per step key and returns the row that stands. */
export async function ensureOutboxMessage(tx: Transaction, message: NewOutboxMessage): Promise<OutboxRow> {
  const { id, runId, stepKey, stepName, item, messageId, messageClass, state, digest, contentSealed } = message;
  const [queued] = await tx.$queryRaw<OutboxRow[]>`
    INSERT INTO outbox_message (
      id, run_id, step_key, step_name, item, message_id, message_class, state, digest, content_sealed)
    VALUES (${id}, ${runId}, ${stepKey}, ${stepName}, ${item}, ${messageId}, ${messageClass}, ${state}, ${digest},
      ${contentSealed})
    ON CONFLICT DO NOTHING RETURNING ${columns}`;
  return queued ?? tx.outboxMessage.findUniqueOrThrow({ where: { stepKey } });
}

export function findOutboxMessageOfStep(tx: Transaction, stepKey: string): Promise<OutboxRow | null> {
  return tx.outboxMessage.findUnique({ where: { stepKey } });
}

/** The same message, sent or perhaps sent, in an earlier round of the same step. */
export function findMessageOfEarlierRound(
  tx: Transaction,
  search: { runId: string; stepName: string; item: string; digest: string; notStepKey: string },
): Promise<OutboxRow | null> {
  return tx.outboxMessage.findFirst({
    where: {
      runId: search.runId,
      stepName: search.stepName,
      item: search.item,
      digest: search.digest,
      stepKey: { not: search.notStepKey },
      state: { in: ['sent', 'sending', 'unconfirmed'] },
    },
    orderBy: { queuedAt: 'desc' },
  });
}

/** Moves a message on if it is where the caller believes it to be. */
export async function moveOutboxMessage(
  tx: Transaction,
  move: { id: string; from: readonly string[]; data: Prisma.OutboxMessageUpdateManyMutationInput },
): Promise<boolean> {
  const changed = await tx.outboxMessage.updateMany({
    where: { id: move.id, state: { in: [...move.from] } },
    data: move.data,
  });
  return changed.count === 1;
}

/** Leases queued notices, and notices whose sender died: a notice may be sent twice, but not lost. */
export function claimNotices(tx: Transaction, claim: { limit: number; leaseMs: number }): Promise<OutboxRow[]> {
  return tx.$queryRaw<OutboxRow[]>`
    UPDATE outbox_message SET state = 'sending', attempts = attempts + 1,
      leased_until = now() + ${claim.leaseMs} * interval '1 millisecond'
    WHERE id IN (
      SELECT id FROM outbox_message
      WHERE message_class = 'notice' AND next_attempt_at <= now()
        AND (state = 'queued' OR (state = 'sending' AND leased_until < now()))
      ORDER BY next_attempt_at FOR UPDATE SKIP LOCKED LIMIT ${claim.limit})
    RETURNING ${columns}`;
}

export function listMessagesOfRun(tx: Transaction, runId: string): Promise<OutboxRow[]> {
  return tx.outboxMessage.findMany({ where: { runId }, orderBy: { queuedAt: 'asc' } });
}

export function countLeavingOfRun(tx: Transaction, runId: string): Promise<number> {
  return tx.outboxMessage.count({ where: { runId, state: 'sending', messageClass: 'reply' } });
}

/** Replies that were leaving and whose sender nobody waits for any more: what became of them is not known. */
export function leaveUnconfirmedOfRun(
  tx: Transaction,
  order: { runId: string; why: string },
): Promise<{ stepKey: string; digest: string }[]> {
  return tx.$queryRaw<{ stepKey: string; digest: string }[]>`
    UPDATE outbox_message SET state = 'unconfirmed', last_error = ${order.why}
    WHERE run_id = ${order.runId} AND state = 'sending' AND message_class = 'reply' RETURNING step_key AS "stepKey", digest`;
}

export async function withdrawQueuedOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE outbox_message SET state = 'withdrawn' WHERE run_id = ${runId} AND state = 'queued' RETURNING id`;
  return rows.map((row) => row.id);
}
