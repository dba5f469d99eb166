import { z } from 'zod';
import { Attachment } from './attachment.ts';
import type { Blocked } from './guard.ts';
import { lettersTellOf } from './letter.ts';
import { marked } from './marks.ts';
import { formatMoney, Money } from './money.ts';
import { EmailAddress, line, text } from './text.ts';

/** What is paid back with a message, before it leaves. */
const RefundInMessage = Money.extend({ payment: marked(line(255).min(1), 'personal.identifier') });
export type RefundInMessage = z.infer<typeof RefundInMessage>;

/** What is paid back, as people read it before they agree to it. */
export function tellRefund({ payment, ...money }: RefundInMessage): string {
  return `${formatMoney(money)} of the payment ${payment}, before the message leaves`;
}

/** An e-mail exactly as it will leave; the action an approver signs. */
export const OutgoingMessage = z
  .strictObject({
    kind: z.literal('sendEmail'),
    to: marked(EmailAddress, 'personal.email'),
    subject: marked(line(500), ...lettersTellOf),
    text: marked(text(50_000), ...lettersTellOf),
    inReplyTo: line(998).optional(),
    references: z.array(line(998)).max(101),
    /** Absent where nothing is attached. */
    attachments: z.array(Attachment).min(1).max(10).optional(),
    /** Absent where nothing is paid back. */
    refund: RefundInMessage.optional(),
  })
  .meta({ id: 'OutgoingMessage' });
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;

/** The fields of a message a process may let an approver edit: never the recipient, never the thread. */
export const EditableContent = z
  .strictObject({ subject: line(500).min(1).optional(), text: text(50_000).min(1).optional() })
  .meta({ id: 'EditableContent' });
export type EditableContent = z.infer<typeof EditableContent>;

export type MessageClass = 'reply' | 'question' | 'notice';

/** What handing a message over came to. */
export type SendResult =
  | { kind: 'sent'; messageId: string }
  /** Handed over, but the answer was never read: held for a person at the approval named. */
  | { kind: 'unconfirmed'; messageId: string; approvalId: string; dueInMs: number }
  /** The mail server will never take it. */
  | { kind: 'refused'; reason: string }
  | Blocked
  /** What was about to leave is not what a valid decision covers. */
  | { kind: 'mismatch' };

/** What one attempt came to; `later` is worth another. */
export type SendAttempt = SendResult | { kind: 'later'; reason: string };
