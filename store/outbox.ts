import type { Transaction } from '#platform/database/client.ts';
import { type OutboxMessage, Prisma } from '#prisma/client/client.ts';
import { type Write, writeTogether } from './write-together.ts';

export type OutboxRow = OutboxMessage;

export type NewOutboxMessage = Pick<
  OutboxRow,
  | 'id'
  | 'runId'
  | 'stepKey'
  | 'stepName'
  | 'item'
  | 'messageId'
  | 'messageClass'
  | 'state'
  | 'digest'
  | 'contentSealed'
  | 'attempts'
>;

/** Writes a message down; a claim finds no room where the step has one. */
export function insertOutboxMessage(message: NewOutboxMessage): Write {
  const { id, runId, stepKey, stepName, item, messageId, messageClass, state, digest, contentSealed, attempts } =
    message;
  return Prisma.sql`
    INSERT INTO outbox_message (
      id, run_id, step_key, step_name, item, message_id, message_class, state, digest, content_sealed, attempts)
    SELECT ${id}, ${runId}, ${stepKey}, ${stepName}, ${item}, ${messageId}, ${messageClass}, ${state}, ${digest},
      ${contentSealed}::bytea, ${attempts}::int FROM gate
    ON CONFLICT DO NOTHING RETURNING 1`;
}

/** Queues a message once per step key and returns the row that stands. */
export async function ensureOutboxMessage(tx: Transaction, message: NewOutboxMessage): Promise<OutboxRow> {
  await writeTogether(tx, { writes: [insertOutboxMessage(message)] });
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

export interface OutboxMove {
  id: string;
  from: readonly string[];
  state: string;
  sentAt?: Date;
  response?: string;
  lastError?: string;
}

/** Moves a message on if it is where the caller believes it to be; what is not named stays. */
export function updateOutboxMessage({ id, from, state, sentAt, response, lastError }: OutboxMove): Write {
  return Prisma.sql`
    UPDATE outbox_message SET state = ${state}, sent_at = coalesce(${sentAt ?? null}::timestamptz, sent_at),
      response = coalesce(${response ?? null}, response), last_error = coalesce(${lastError ?? null}, last_error)
    FROM gate WHERE id = ${id} AND state = ANY(${[...from]}::text[]) RETURNING 1`;
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

export type NoticeRow = Pick<
  OutboxRow,
  'id' | 'runId' | 'stepKey' | 'stepName' | 'item' | 'messageId' | 'digest' | 'contentSealed' | 'attempts'
> & { process: string; execution: number };

/** Leases queued notices, and notices whose sender died: a notice may be sent twice, but not lost. */
export function claimNotices(tx: Transaction, claim: { limit: number; leaseMs: number }): Promise<NoticeRow[]> {
  return tx.$queryRaw<NoticeRow[]>`
    UPDATE outbox_message message SET state = 'sending', attempts = attempts + 1,
      leased_until = now() + ${claim.leaseMs} * interval '1 millisecond'
    FROM run
    WHERE run.id = message.run_id AND message.id IN (
      SELECT queued.id FROM outbox_message queued JOIN run ON run.id = queued.run_id
      WHERE queued.message_class = 'notice' AND queued.next_attempt_at <= now()
        AND (queued.state = 'queued' OR (queued.state = 'sending' AND queued.leased_until < now()))
      ORDER BY queued.next_attempt_at FOR UPDATE OF queued SKIP LOCKED LIMIT ${claim.limit})
    RETURNING message.id, message.run_id AS "runId", message.step_key AS "stepKey", message.step_name AS "stepName",
      message.item, message.message_id AS "messageId", message.digest, message.content_sealed AS "contentSealed",
      message.attempts, run.process, run.execution`;
}

/** Gives a notice that could not be sent back to the queue, for later. */
export function postponeNotice({ id, why, nextAttemptAt }: { id: string; why: string; nextAttemptAt: Date }): Write {
  return Prisma.sql`
    UPDATE outbox_message SET state = 'queued', last_error = ${why}, leased_until = NULL,
      next_attempt_at = ${nextAttemptAt}::timestamptz
    FROM gate WHERE id = ${id} AND state = 'sending'`;
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
