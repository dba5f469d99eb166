import type { Transaction } from '#platform/database/client.ts';
import type { OutboxMessage, Prisma } from '#prisma/client/client.ts';

export type OutboxRow = OutboxMessage;

/** Queues a message once per step key and returns the row that stands. */
export async function ensureOutboxMessage(tx: Transaction, message: Prisma.OutboxMessageCreateManyInput): Promise<OutboxRow> {
  await tx.outboxMessage.createMany({ data: [message], skipDuplicates: true });
  return tx.outboxMessage.findUniqueOrThrow({ where: { stepKey: message.stepKey } });
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
  const changed = await tx.outboxMessage.updateMany({ where: { id: move.id, state: { in: [...move.from] } }, data: move.data });
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
    RETURNING id, run_id AS "runId", step_key AS "stepKey", step_name AS "stepName", item, message_id AS "messageId",
      message_class AS "messageClass", state, digest, content_sealed AS "contentSealed", attempts,
      leased_until AS "leasedUntil", next_attempt_at AS "nextAttemptAt", last_error AS "lastError", response,
      queued_at AS "queuedAt", sent_at AS "sentAt"`;
}

export function listMessagesOfRun(tx: Transaction, runId: string): Promise<OutboxRow[]> {
  return tx.outboxMessage.findMany({ where: { runId }, orderBy: { queuedAt: 'asc' } });
}

export function countLeavingOfRun(tx: Transaction, runId: string): Promise<number> {
  return tx.outboxMessage.count({ where: { runId, state: 'sending', messageClass: 'reply' } });
}

export async function withdrawQueuedOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE outbox_message SET state = 'withdrawn' WHERE run_id = ${runId} AND state = 'queued' RETURNING id`;
  return rows.map((row) => row.id);
}
