import { z } from 'zod';
import { isAppError } from '#contracts/errors.ts';
import type { MailHandover, MailPort } from '#contracts/ports/mail.ts';
import type { Conclusion, Guard } from '#governance/guard/index.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { claimNotices, moveOutboxMessage, type OutboxRow } from '#store/outbox.ts';
import { findRun } from '#store/runs.ts';

const Notice = z.strictObject({ to: z.array(z.string()), subject: z.string(), text: z.string() });

export interface SendNoticesParts {
  database: Database;
  guard: Guard;
  seals: Seals;
  mail: MailPort;
  log: Log;
  from: string;
  connector: string;
}

const batch = 10;
const leaseMs = 60_000;

/** Sends queued notices; one that may have left already is sent again, since a second notice harms nobody. */
export function createSendNotices(parts: SendNoticesParts): () => Promise<number> {
  return async () => {
    const rows = await claimNotices(parts.database.direct, { limit: batch, leaseMs });
    await Promise.all(rows.map((row) => sendOne(parts, row)));
    return rows.length;
  };
}

async function sendOne(parts: SendNoticesParts, row: OutboxRow): Promise<void> {
  try {
    const outcome = await perform(parts, row);
    if (outcome === 'blocked')
      await moveOutboxMessage(parts.database.direct, { id: row.id, from: ['sending'], data: { state: 'withdrawn' } });
  } catch (error) {
    parts.log.warn({ event: 'notice-failed', message: row.id, run: row.runId, error: String(error) });
    await postpone(parts.database.direct, row, isAppError(error) ? error.code : 'unexpected');
  }
}

async function perform(parts: SendNoticesParts, row: OutboxRow): Promise<'blocked' | 'concluded'> {
  const run = await findRun(parts.database.direct, row.runId);
  if (!run) return 'blocked';
  const notice = Notice.parse(await parts.seals.read(row.contentSealed, messagePlace(row.id)));
  const outcome = await parts.guard.perform<MailHandover, 'concluded'>(
    {
      step: {
        run: { id: run.id, process: run.process, execution: run.execution },
        address: { runId: run.id, name: row.stepName, round: 0, item: row.item },
      },
      effect: 'sendOut',
      asset: parts.connector,
      digest: row.digest,
      question: {
        action: 'sendOut',
        principal: { kind: 'process', process: run.process },
        resource: { connector: parts.connector },
        context: { messageClass: 'notice', approved: false, toSubject: false, toStaff: true },
      },
    },
    {
      execute: () =>
        parts.mail.handOver({
          ...notice,
          from: parts.from,
          messageId: row.messageId,
          references: [],
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Baton-Run': run.id },
        }),
      conclude: (tx, handover) => conclude(tx, row, handover),
    },
  );
  return typeof outcome === 'string' ? outcome : 'blocked';
}

async function conclude(tx: Transaction, row: OutboxRow, handover: MailHandover): Promise<Conclusion<'concluded'>> {
  const { words } = handover;
  switch (handover.kind) {
    case 'accepted': {
      const data = { state: 'sent', sentAt: new Date(), response: handover.response };
      await moveOutboxMessage(tx, { id: row.id, from: ['sending'], data });
      return { verdict: 'done', result: 'sent', words, record: { messageId: row.messageId }, outcome: 'concluded' };
    }
    case 'refused-for-good':
      await moveOutboxMessage(tx, {
        id: row.id,
        from: ['sending'],
        data: { state: 'refused', lastError: handover.reason },
      });
      return { verdict: 'failed', result: handover.reason, words, record: {}, outcome: 'concluded' };
    default:
      await postpone(tx, row, handover.reason);
      return {
        verdict: handover.kind === 'unknown' ? 'unknown' : 'failed',
        result: handover.reason,
        words,
        record: {},
        outcome: 'concluded',
      };
  }
}

/** Ten seconds, doubling to ten minutes. */
async function postpone(tx: Transaction, row: OutboxRow, why: string): Promise<void> {
  const delayMs = Math.min(600_000, 10_000 * 2 ** Math.min(row.attempts - 1, 6));
  const data = { state: 'queued', lastError: why, leasedUntil: null, nextAttemptAt: new Date(Date.now() + delayMs) };
  await moveOutboxMessage(tx, { id: row.id, from: ['sending'], data });
}
