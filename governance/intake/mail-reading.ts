import type { MailSigns } from './mail-signs.ts';

/** One message as it was read: what a person wrote, and what the rules need to know about it. */
export interface ReadMail {
  kind: 'mail';
  /** The one address in From, lower case. */
  from: string;
  name?: string;
  subject: string;
  text: string;
  messageId?: string;
  inReplyTo?: string;
  references: readonly string[];
  attachments: readonly MailAttachment[];
  /** The Date field as it was written. */
  sentAt?: string;
  signs: MailSigns;
  /** What was odd about the message, in words. */
  flags: readonly string[];
}

/** The contents are never opened, kept or passed on. */
export interface MailAttachment {
  name: string;
  type: string;
  size: number;
}

/** A message that is not safe to work on, or whose sender cannot be told for certain. */
export interface UnreadableMail {
  kind: 'unreadable';
  code: UnreadableCode;
  why: string;
  /** There when at least the fields at the top could be read: a bounce may be recorded though nobody could answer it. */
  signs?: MailSigns;
}

export type UnreadableCode =
  | 'mail-too-large'
  | 'mail-header-too-large'
  | 'mail-too-many-parts'
  | 'mail-too-deep'
  | 'mail-structure-unclear'
  | 'mail-header-injection'
  | 'mail-sender-missing'
  | 'mail-sender-ambiguous';

export type MailReading = ReadMail | UnreadableMail;

export function unreadable(code: UnreadableCode, why: string): UnreadableMail {
  return { kind: 'unreadable', code, why };
}
