import type { MailToSend } from '#contracts/ports/mail.ts';
import type { NoticeRow } from '#store/outbox.ts';
import { messageIdOf } from './message-id.ts';
import type { Notice } from './queue-notices.ts';

export interface QueuedNotice {
  row: NoticeRow;
  notice: Notice;
}

/** Notices that wait for the same person at the same moment: one e-mail tells of all their tasks. */
export type Mailing = readonly QueuedNotice[];

export function mailingsOf(notices: readonly QueuedNotice[]): readonly Mailing[] {
  const byPeople = Map.groupBy(notices, ({ notice }) => notice.to.toSorted().join(' '));
  return [...byPeople.values()];
}

/** The e-mail of a mailing. The same tasks sent again make the same Message-ID. */
export function mailOf(mailing: Mailing, from: string): MailToSend {
  const [first, ...others] = mailing;
  if (!first) throw new Error('a mailing holds no notice');
  const { to, subject, text } = first.notice;
  const runs = mailing.map(({ row }) => row.runId);
  const shared = {
    from,
    to,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Baton-Run': runs.join(' ') },
  };
  if (others.length === 0) return { ...shared, subject, text, messageId: first.row.messageId };
  const texts = mailing.map(({ notice }) => notice.text);
  return {
    ...shared,
    subject: `${mailing.length} tasks wait`,
    text: texts.join('\n\n----\n\n'),
    messageId: messageIdOf(mailing.map(({ row }) => row.stepKey).join(' '), from),
  };
}
