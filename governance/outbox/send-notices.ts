import { z } from 'zod';
import { isAppError } from '#contracts/errors.ts';
import type { MailHandover, MailPort } from '#contracts/ports/mail.ts';
import type { MakeLinks } from '#governance/approvals/links-make.ts';
import type { Guard, GuardedEffect, Settled } from '#governance/guard/index.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { claimNotices, type NoticeRow, postponeNotice, updateOutboxMessage } from '#store/outbox.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { createAddLinks } from './add-links.ts';
import { type Mailing, mailingsOf, mailOf, type QueuedNotice } from './mailings.ts';

const Notice = z.strictObject({
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  asks: z.strictObject({ approvalId: z.string(), person: z.string() }).optional(),
});

export interface SendNoticesParts {
  database: Database;
  guard: Guard;
  seals: Seals;
  makeLinks: MakeLinks;
  mail: MailPort;
  log: Log;
  from: string;
  connector: string;
}

const batch = 200;
const leaseMs = 60_000;

/**
 * Sends queued notices, those to the same person in one e-mail; one that may have left already is sent again, since a
 * second notice harms nobody. Answers whether more may be queued.
 */
export function createSendNotices(parts: SendNoticesParts): () => Promise<boolean> {
  const { database, guard, log, seals } = parts;
  const addLinks = createAddLinks(parts);
  return async () => {
    const rows = await claimNotices(database.direct, { limit: batch, leaseMs });
    const notices = (await Promise.all(rows.map(open))).filter((notice) => notice !== undefined);
    await Promise.all(mailingsOf(notices).map(send));
    return rows.length === batch;
  };

  async function open(row: NoticeRow): Promise<QueuedNotice | undefined> {
    try {
      return { row, notice: Notice.parse(await seals.read(row.contentSealed, messagePlace(row.id))) };
    } catch (error) {
      await postponeAll([row], error);
      return undefined;
    }
  }

  async function send(mailing: Mailing): Promise<void> {
    const effects = new Map(mailing.map((queued) => [effectOf(parts.connector, queued.row), queued]));
    const noticesOf = (chosen: readonly GuardedEffect[]) => chosen.flatMap((effect) => effects.get(effect) ?? []);
    try {
      const stopped = await guard.performTogether<MailHandover & { messageId: string }>([...effects.keys()], {
        execute: async (intended) => {
          const mail = mailOf(await addLinks(noticesOf(intended)), parts.from);
          return { ...(await parts.mail.handOver(mail)), messageId: mail.messageId };
        },
        conclude: (effect, handover) => conclude(noticesOf([effect]), handover),
      });
      const withdrawn = noticesOf(stopped).map(({ row }) => withdraw(row));
      if (withdrawn.length > 0) await writeTogether(database.direct, { writes: withdrawn });
    } catch (error) {
      await postponeAll(
        mailing.map(({ row }) => row),
        error,
      );
    }
  }

  async function postponeAll(rows: readonly NoticeRow[], error: unknown): Promise<void> {
    const why = isAppError(error) ? error.code : 'unexpected';
    for (const { id, runId } of rows)
      log.warn({ event: 'notice-failed', message: id, run: runId, reason: why, error: String(error) });
    await writeTogether(database.direct, { writes: rows.map((row) => postpone(row, why)) });
  }
}

function effectOf(connector: string, row: NoticeRow): GuardedEffect {
  const { runId, process, execution, stepName, item, digest } = row;
  return {
    step: { run: { id: runId, process, execution }, address: { runId, name: stepName, round: 0, item } },
    effect: 'sendOut',
    asset: connector,
    digest,
    question: {
      action: 'sendOut',
      principal: { kind: 'process', process },
      resource: { connector },
      context: { messageClass: 'notice', approved: false, toSubject: false, toStaff: true },
    },
  };
}

type Handed = MailHandover & { messageId: string };

function conclude(notices: readonly QueuedNotice[], handover: Handed): Settled<void> {
  const { words, messageId } = handover;
  const rows = notices.map(({ row }) => row);
  const shared = { words, outcome: undefined } as const;
  switch (handover.kind) {
    case 'accepted': {
      const { response } = handover;
      const writes = rows.map(({ id }) =>
        updateOutboxMessage({ id, from: ['sending'], state: 'sent', sentAt: new Date(), response }),
      );
      return { verdict: 'done', result: 'sent', record: { messageId }, writes, ...shared };
    }
    case 'refused-for-good': {
      const { reason } = handover;
      const writes = rows.map(({ id }) =>
        updateOutboxMessage({ id, from: ['sending'], state: 'refused', lastError: reason }),
      );
      return { verdict: 'failed', result: reason, record: {}, writes, ...shared };
    }
    default: {
      const { reason } = handover;
      const verdict = handover.kind === 'unknown' ? 'unknown' : 'failed';
      return { verdict, result: reason, record: {}, writes: rows.map((row) => postpone(row, reason)), ...shared };
    }
  }
}

function withdraw({ id }: NoticeRow): Write {
  return updateOutboxMessage({ id, from: ['sending'], state: 'withdrawn' });
}

/** Ten seconds, doubling to ten minutes. */
function postpone({ id, attempts }: NoticeRow, why: string): Write {
  const delayMs = Math.min(600_000, 10_000 * 2 ** Math.min(attempts - 1, 6));
  return postponeNotice({ id, why, nextAttemptAt: new Date(Date.now() + delayMs) });
}
