import { everything, targetText } from '#contracts/switch.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { OutboxRow } from './outbox.ts';
import { roundedNow } from './rounded-now.ts';
import { arrayOf, noneIsOff } from './switches.ts';
import type { Write } from './write-together.ts';

/** E-mails to colleagues about one task, as they are queued. */
export type NewNotice = Pick<OutboxRow, 'id' | 'runId' | 'stepKey' | 'item' | 'messageId' | 'digest' | 'contentSealed'>;

/** Queues a notice, once per step key. */
export function insertNotice({ id, runId, stepKey, item, messageId, digest, contentSealed }: NewNotice): Write {
  return Prisma.sql`
    INSERT INTO outbox_message (
      id, run_id, step_key, step_name, item, message_id, message_class, state, digest, content_sealed, attempts)
    SELECT ${id}, ${runId}, ${stepKey}, 'notify', ${item}, ${messageId}, 'notice', 'queued', ${digest},
      ${contentSealed}::bytea, 0 FROM gate
    ON CONFLICT DO NOTHING`;
}

export type NoticeRow = Pick<
  OutboxRow,
  'id' | 'runId' | 'stepKey' | 'stepName' | 'item' | 'digest' | 'contentSealed' | 'attempts' | 'told'
> & { process: string; execution: number; undoing: boolean };

/**
 * Leases queued notices, and notices whose sender died: somebody may be told twice, but nobody is forgotten. What is
 * switched off stays in the queue.
 */
export function claimNotices(
  tx: Transaction,
  claim: { connector: string; limit: number; leaseMs: number },
): Promise<NoticeRow[]> {
  return query<NoticeRow>(
    tx,
    Prisma.sql`
    UPDATE outbox_message message SET state = 'sending', attempts = attempts + 1,
      leased_until = now() + ${claim.leaseMs} * interval '1 millisecond'
    FROM run
    WHERE run.id = message.run_id AND message.id IN (
      SELECT queued.id FROM outbox_message queued JOIN run ON run.id = queued.run_id
      WHERE queued.message_class = 'notice' AND queued.next_attempt_at <= ${roundedNow}
        AND ${noneIsOff(targetsOfNotice(claim.connector))}
        AND (queued.state = 'queued' OR (queued.state = 'sending' AND queued.leased_until < now()))
      ORDER BY queued.next_attempt_at FOR UPDATE OF queued SKIP LOCKED LIMIT ${claim.limit})
    RETURNING message.id, message.run_id AS "runId", message.step_key AS "stepKey", message.step_name AS "stepName",
      message.item, message.digest, message.content_sealed AS "contentSealed", message.attempts, message.told,
      run.process, run.execution, run.undo_outcome IS NOT NULL AS undoing`,
  );
}

/** What a notice of a row called `run` touches. */
function targetsOfNotice(connector: string): Prisma.Sql {
  const known = [everything, { kind: 'connector', name: connector } as const].map(targetText);
  return Prisma.sql`${arrayOf(known)} || (${targetText({ kind: 'process', name: '' })} || run.process)`;
}

/** What the row of a notice says that found nobody who may agree. */
export const nobodyMayAgree = 'nobody-may-agree';

/** What became of a notice that was leaving. */
export interface NoticeEnd {
  id: string;
  state: 'sent' | 'refused' | 'withdrawn';
  /** Who has it by now. */
  told?: readonly string[];
  why?: string;
}

export function endNotices(ends: readonly NoticeEnd[]): Write {
  return Prisma.sql`
    UPDATE outbox_message message SET state = notice.state, told = notice.told, last_error = notice.why,
      sent_at = CASE WHEN notice.state = 'sent' THEN clock_timestamp() ELSE message.sent_at END
    FROM gate, ${recordset(ends)} AS notice (id text, state text, told text[], why text)
    WHERE message.id = notice.id AND message.state = 'sending'`;
}

/** A notice goes back to the queue for those who have not got it, for later. */
export interface NoticeDelay {
  id: string;
  told: readonly string[];
  why: string;
  nextAttemptAt: Date;
}

export function postponeNotices(delays: readonly NoticeDelay[]): Write {
  return Prisma.sql`
    UPDATE outbox_message message SET state = 'queued', told = notice.told, last_error = notice.why,
      leased_until = NULL, next_attempt_at = notice."nextAttemptAt"
    FROM gate, ${recordset(delays)} AS notice (id text, told text[], why text, "nextAttemptAt" timestamptz)
    WHERE message.id = notice.id AND message.state = 'sending'`;
}

function recordset(notices: readonly (NoticeEnd | NoticeDelay)[]): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(notices.map((notice) => ({ told: [], ...notice })))}::jsonb)`;
}
