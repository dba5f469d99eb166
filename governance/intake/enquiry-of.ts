import { Enquiry } from '#contracts/enquiry.ts';
import type { ReadMail } from './mail-reading.ts';

/** What a process gets to see of a message. */
export function enquiryOf(mail: ReadMail, receivedAt: Date): Enquiry {
  const { from, name, subject, text, messageId, references, attachments, flags } = mail;
  return Enquiry.parse({
    from,
    ...(name !== undefined && { name }),
    subject,
    text,
    ...(messageId !== undefined && { messageId }),
    references,
    receivedAt: receivedAt.toISOString(),
    attachments,
    flags,
  });
}
