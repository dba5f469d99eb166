import type { MailToSend } from '#contracts/ports/mail.ts';
import type { MadeLink } from '#governance/approvals/links-make.ts';
import type { Seals } from '#governance/seals/index.ts';
import { messageIdOf } from './message-id.ts';
import type { Recipient } from './recipients.ts';

/** One notice to one person, with the link to decide by. */
type Part = Recipient & { link: MadeLink };

/** What waits for the same person at the same moment: one e-mail tells of all their tasks. */
export type Mailing = readonly [Part, ...Part[]];

export function mailingsOf(parts: readonly Part[]): readonly Mailing[] {
  return [...Map.groupBy(parts, ({ person }) => person).values()].map((group) => group as [Part, ...Part[]]);
}

/** The e-mail of a mailing. The same tasks sent to the same person again make the same Message-ID. */
export function mailOf(mailing: Mailing, { from, seals }: { from: string; seals: Pick<Seals, 'hash'> }): MailToSend {
  const [{ person, email, queued: first }] = mailing;
  const keys = mailing.map(({ queued }) => queued.row.stepKey);
  const runs = mailing.map(({ queued }) => queued.row.runId);
  return {
    from,
    to: [email],
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Baton-Run': runs.join(' ') },
    subject: mailing.length === 1 ? first.notice.subject : `${mailing.length} tasks wait`,
    text: mailing.map(textOf).join('\n\n----\n\n'),
    messageId: messageIdOf(seals, { stepKey: [person, ...keys].join(' '), from }),
  };
}

function textOf({ queued, link }: Part): string {
  return [
    queued.notice.text,
    '',
    `Or decide in a browser: ${link.address}`,
    `with the code ${link.code}`,
    '',
    'Opening the link decides nothing. Link and code are yours alone: do not pass this e-mail on.',
  ].join('\n');
}
