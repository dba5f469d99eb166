import type { MailPort } from '#contracts/ports/mail.ts';
import type { MakeLinks } from '#governance/approvals/links-make.ts';
import { fateOf, type NoticeFate } from './conclude-notice.ts';
import { type Mailing, mailingsOf, mailOf } from './mailings.ts';
import type { QueuedNotice } from './queued-notice.ts';
import { createFindRecipients, type RecipientParts } from './recipients.ts';

export interface HandOverParts extends RecipientParts {
  makeLinks: MakeLinks;
  mail: MailPort;
  from: string;
}

/** Hands the e-mails of notices over, one to each person, and tells what became of each notice, in their order. */
export function createHandOverNotices(parts: HandOverParts) {
  const { makeLinks, mail } = parts;
  const findRecipients = createFindRecipients(parts);

  return async (notices: readonly QueuedNotice[]): Promise<readonly NoticeFate[]> => {
    const mailings = mailingsOf(await makeLinks(await findRecipients(notices)));
    const handed = Map.groupBy((await Promise.all(mailings.map(handOver))).flat(), ({ row }) => row);
    return notices.map(({ row }) => fateOf(row, handed.get(row) ?? []));
  };

  async function handOver(mailing: Mailing) {
    const letter = mailOf(mailing, parts);
    const handover = await mail.handOver(letter);
    const { messageId } = letter;
    return mailing.map(({ queued: { row }, person }) => ({ row, person, messageId, handover }));
  }
}
