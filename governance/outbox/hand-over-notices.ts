import type { MailPort } from '#contracts/ports/mail.ts';
import type { MakeLinks } from '#governance/approvals/links-make.ts';
import { fateOf, type NoticeFate } from './conclude-notice.ts';
import { type Mailing, type MailParts, mailingsOf, mailOf, type Part } from './mailings.ts';
import type { QueuedNotice } from './queued-notice.ts';
import { createFindRecipients, type FoundRecipients, type RecipientParts } from './recipients.ts';

export interface HandOverParts extends RecipientParts, Pick<MailParts, 'from' | 'publicUrl'> {
  makeLinks: MakeLinks;
  mail: Pick<MailPort, 'handOver'>;
}

/** Hands the e-mails of notices over, one to each person, and tells what became of each notice, in their order. */
export function createHandOverNotices(parts: HandOverParts) {
  const { makeLinks, mail } = parts;
  const findRecipients = createFindRecipients(parts);

  return async (notices: readonly QueuedNotice[]): Promise<readonly NoticeFate[]> => {
    const found = await findRecipients(notices);
    const mailings = mailingsOf(await partsOf(found));
    const handed = Map.groupBy((await Promise.all(mailings.map(handOver))).flat(), ({ row }) => row);
    return found.map(({ queued: { row, notice }, isStranded }) =>
      fateOf({ row, ...(isStranded ? { stranded: notice.approvalId } : {}) }, handed.get(row) ?? []),
    );
  };

  /** Only whoever may agree gets a link to decide by. */
  async function partsOf(found: readonly FoundRecipients[]): Promise<readonly Part[]> {
    const deciders = found.flatMap(({ isStranded, recipients }) => (isStranded ? [] : recipients));
    const managers = found.flatMap(({ isStranded, recipients }) => (isStranded ? recipients : []));
    return [...(await makeLinks(deciders)), ...managers];
  }

  async function handOver(mailing: Mailing) {
    const letter = mailOf(mailing, parts);
    const handover = await mail.handOver(letter);
    const { messageId } = letter;
    return mailing.map(({ queued: { row }, person }) => ({ row, person, messageId, handover }));
  }
}
