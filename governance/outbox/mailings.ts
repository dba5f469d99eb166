import type { MailToSend } from '#contracts/ports/mail.ts';
import type { MadeLink } from '#governance/approvals/links-make.ts';
import type { Seals } from '#governance/seals/index.ts';
import { messageIdOf } from './message-id.ts';
import type { Recipient } from './recipients.ts';

/** One notice to one person, with the link to decide by; without one where nobody may agree. */
export type Part = Recipient & { link?: MadeLink };

const nobody = 'Nobody who is asked may agree';

/** What waits for the same person at the same moment: one e-mail tells of all their tasks. */
export type Mailing = readonly [Part, ...Part[]];

export function mailingsOf(parts: readonly Part[]): readonly Mailing[] {
  return [...Map.groupBy(parts, ({ person }) => person).values()].map((group) => group as [Part, ...Part[]]);
}

export interface MailParts {
  from: string;
  /** Where the console is. */
  publicUrl: string;
  seals: Pick<Seals, 'hash'>;
}

/** The e-mail of a mailing. The same tasks sent to the same person again make the same Message-ID. */
export function mailOf(mailing: Mailing, { from, publicUrl, seals }: MailParts): MailToSend {
  const [{ person, email }] = mailing;
  const keys = mailing.map(({ queued }) => queued.row.stepKey);
  const runs = mailing.map(({ queued }) => queued.row.runId);
  return {
    from,
    to: [email],
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Baton-Run': runs.join(' ') },
    subject: mailing.length === 1 ? subjectOf(mailing[0]) : `${mailing.length} tasks wait`,
    text: mailing.map((part) => textOf(part, publicUrl)).join('\n\n----\n\n'),
    messageId: messageIdOf(seals, { stepKey: [person, ...keys].join(' '), from }),
  };
}

function subjectOf({ queued, link }: Part): string {
  return link ? queued.notice.subject : `${nobody}: ${queued.notice.subject}`;
}

function textOf({ queued: { notice }, link }: Part, publicUrl: string): string {
  const inConsole = `${publicUrl}/approvals/${notice.approvalId}`;
  if (!link) return strandedText(inConsole);
  return [
    notice.text,
    '',
    `Look at it and decide: ${link.address}`,
    `with the code ${link.code}`,
    `or signed in to the console: ${inConsole}`,
    '',
    'Opening the link decides nothing. Link and code are yours alone: do not pass this e-mail on.',
  ].join('\n');
}

/** It goes to those who may manage the task, and has no link: the task is not theirs to decide. */
function strandedText(inConsole: string): string {
  return [
    `${nobody} to what is done in a task that waits: each has a part in it, or no authority for its amount, or has left.`,
    'Until that changes the task waits, and in the end runs out of time.',
    '',
    `Look at it in the console: ${inConsole}`,
    '',
    'To go on, give somebody the role or the authority in people.yaml, or have the right of somebody who may agree',
    'delegated, or cancel the run. The task then stands in the inbox of whoever may agree to it.',
  ].join('\n');
}
