import { z } from 'zod';
import { factsOfNotice } from '#governance/data-facts/index.ts';
import type { GuardedEffect } from '#governance/guard/index.ts';
import type { NoticeRow } from '#store/notices.ts';
import type { Notice } from './queue-notice.ts';

/** A notice as it was queued. */
export const QueuedContent = z.strictObject({
  approvalId: z.string(),
  people: z.array(z.string()),
  except: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
});

export interface QueuedNotice {
  row: NoticeRow;
  notice: Notice;
}

/** What the guard is asked: one act, however many are told of the task. */
export function noticeEffect(connector: string, row: NoticeRow): GuardedEffect {
  const { runId, process, execution, undoing, stepName, item, digest } = row;
  const run = { id: runId, process, execution, ...(undoing ? { undoing } : {}) };
  return {
    step: { run, address: { runId, name: stepName, round: 0, item } },
    effect: 'sendOut',
    asset: connector,
    // Whatever became of the process, people are told that it waits for them.
    uses: [{ kind: 'tool', name: 'notify-staff' }],
    digest,
    question: {
      action: 'sendOut',
      principal: { kind: 'process', process },
      resource: { connector },
      context: {
        ...factsOfNotice(),
        messageClass: 'notice',
        approved: false,
        approvals: 0,
        toSubject: false,
        toStaff: true,
        firstMessage: false,
        unfounded: 0,
      },
    },
  };
}
