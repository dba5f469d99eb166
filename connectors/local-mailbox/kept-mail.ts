import { z } from 'zod';
import { type MailboxDirection, MailboxMessage } from '#contracts/http/mailbox.ts';
import type { KeptMessage } from '#contracts/ports/mailbox.ts';

/** A message as the mailbox tells of it. */
export const KeptMail = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  messageId: z.string(),
  headers: z.record(z.string(), z.string()),
  receivedAt: z.iso.datetime(),
  attachments: MailboxMessage.shape.attachments,
});
type KeptMail = z.infer<typeof KeptMail>;

/** Which run a message belongs to stands in its headers, whichever way it went. */
export function messageOf(mail: KeptMail, direction: MailboxDirection): KeptMessage {
  const { id, from, to, subject, text, html, messageId, headers, receivedAt, attachments } = mail;
  return {
    id: `${direction}-${id}`,
    direction,
    from,
    to,
    subject,
    at: receivedAt,
    runs: headers['x-baton-run']?.match(/\brun_[0-9a-f]{32}\b/g) ?? [],
    sample: headers['x-baton-sample'] ?? null,
    text,
    hasHtml: html !== undefined,
    html,
    messageId,
    answer: headers['x-baton-answer'] ?? null,
    attachments,
  };
}
