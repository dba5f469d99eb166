import { isAppError } from '#contracts/errors.ts';
import type { Guard } from '#governance/guard/index.ts';
import type { Stopped } from '#governance/guard/perform-together.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { claimNotices, endNotices, type NoticeRow, postponeNotices } from '#store/notices.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { delayOf, strandedIn, writesOf } from './conclude-notice.ts';
import { createHandOverNotices, type HandOverParts } from './hand-over-notices.ts';
import { noticeEffect, QueuedContent, type QueuedNotice } from './queued-notice.ts';

export interface SendNoticesParts extends Omit<HandOverParts, 'reads' | 'seals'> {
  database: Database;
  guard: Guard;
  ledger: Ledger;
  seals: Seals;
  log: Log;
  connector: string;
}

const batch = 200;
const leaseMs = 60_000;

/**
 * Sends queued notices, those to the same person in one e-mail; one that may have left already is sent again, since a
 * second notice harms nobody. Answers whether more may be queued.
 */
export function createSendNotices(parts: SendNoticesParts): () => Promise<boolean> {
  const { connector, database, guard, ledger, log, seals } = parts;
  const handOver = createHandOverNotices({ ...parts, reads: database.direct });
  return async () => {
    const rows = await claimNotices(database.direct, { connector, limit: batch, leaseMs });
    const notices = (await Promise.all(rows.map(open))).filter((notice) => notice !== undefined);
    if (notices.length > 0) await send(notices).catch((error: unknown) => postpone(notices.map(rowOf), error));
    return rows.length === batch;
  };

  async function open(row: NoticeRow): Promise<QueuedNotice | undefined> {
    try {
      return { row, notice: QueuedContent.parse(await seals.read(row.contentSealed, messagePlace(row.id))) };
    } catch (error) {
      await postpone([row], error);
      return undefined;
    }
  }

  async function send(notices: readonly QueuedNotice[]): Promise<void> {
    const acts = notices.map((notice) => ({ effect: noticeEffect(connector, notice.row), notice }));
    const stopped = await guard.performTogether(acts, async (intended) => {
      const fates = await handOver(intended.map(({ notice }) => notice));
      const stranded = strandedIn(fates);
      for (const { runId, body } of stranded) log.warn({ event: 'approval-stranded', run: runId, ...body });
      const entries = stranded.length > 0 ? [await ledger.entries(...stranded)] : [];
      return { facts: fates.map(({ facts }) => facts), writes: [...writesOf(fates), ...entries] };
    });
    if (stopped.length > 0) await writeTogether(database.direct, { writes: stopped.map(leftUnsent) });
  }

  async function postpone(rows: readonly NoticeRow[], error: unknown): Promise<void> {
    const why = isAppError(error) ? error.code : 'unexpected';
    for (const { id, runId } of rows) log.warn({ event: 'notice-failed', message: id, run: runId, reason: why });
    const delays = rows.map((row) => delayOf(row, { told: row.told, why }));
    await writeTogether(database.direct, { writes: [postponeNotices(delays)] });
  }
}

/**
 * Only what is told of a run that is over is over too. What somebody switched off while it was about to leave goes back to the
 * queue, whose claims leave it there; whatever else refuses a notice may let it leave later, once a review is done or a rule changed.
 */
function leftUnsent({ act, why }: Stopped<{ notice: QueuedNotice }>): Write {
  const { row } = act.notice;
  const { id, told } = row;
  if (why === undefined || why.stage === 'kill-switch')
    return postponeNotices([{ id, told, why: 'switched-off', nextAttemptAt: new Date() }]);
  if (why.stage === 'standing') return endNotices([{ id, told, state: 'withdrawn' }]);
  return postponeNotices([delayOf(row, { told, why: why.stage })]);
}

function rowOf({ row }: QueuedNotice): NoticeRow {
  return row;
}
