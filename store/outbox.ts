import { query, type Transaction } from '#platform/database/client.ts';
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
  /** It leaves once more, with what it then holds. */
  attempt?: Pick<OutboxRow, 'digest' | 'contentSealed'>;
}

/** Moves a message on if it is where the caller believes it to be; what is not named stays. A claim finds none elsewhere. */
export function updateOutboxMessage({ id, from, state, ...more }: OutboxMove): Write {
  const { sentAt = null, response = null, lastError = null, attempt } = more;
  const { digest = null, contentSealed = null } = attempt ?? {};
  return Prisma.sql`
    UPDATE outbox_message SET state = ${state}, sent_at = coalesce(${sentAt}::timestamptz, sent_at),
      response = coalesce(${response}, response), last_error = coalesce(${lastError}, last_error),
      digest = coalesce(${digest}, digest), content_sealed = coalesce(${contentSealed}::bytea, content_sealed),
      attempts = attempts + ${attempt ? 1 : 0}::int
    FROM gate WHERE id = ${id} AND state = ANY(${[...from]}::text[]) RETURNING 1`;
}

export function listMessagesOfRun(tx: Transaction, runId: string): Promise<OutboxRow[]> {
  return tx.outboxMessage.findMany({ where: { runId }, orderBy: { queuedAt: 'asc' } });
}

export function countLeavingOfRun(tx: Transaction, runId: string): Promise<number> {
  return tx.outboxMessage.count({ where: { runId, state: 'sending', messageClass: { not: 'notice' } } });
}

/** Messages that were leaving, notices apart, and whose sender nobody waits for any more: what became of them is not known. */
export function leaveUnconfirmedOfRun(
  tx: Transaction,
  order: { runId: string; why: string },
): Promise<{ stepKey: string; digest: string }[]> {
  return query<{ stepKey: string; digest: string }>(
    tx,
    Prisma.sql`
    UPDATE outbox_message SET state = 'unconfirmed', last_error = ${order.why}
    WHERE run_id = ${order.runId} AND state = 'sending' AND message_class <> 'notice' RETURNING step_key AS "stepKey", digest`,
  );
}

export async function withdrawQueuedOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    Prisma.sql`
    UPDATE outbox_message SET state = 'withdrawn' WHERE run_id = ${runId} AND state = 'queued' RETURNING id`,
  );
  return rows.map((row) => row.id);
}
