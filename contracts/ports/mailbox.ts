import type { MailboxMessage, MailSample, MailSampleSent } from '../http/mailbox.ts';

/** A message with its HTML part, if it has one. */
export type KeptMessage = MailboxMessage & { html: string | undefined };

/** The mailbox of the local stack: what Baton sent, what was sent to it from there, and samples to send. */
export interface MailboxPort {
  /** Newest first. */
  messages(): Promise<readonly KeptMessage[]>;
  samples(): Promise<readonly MailSample[]>;
  /** Nothing where there is no such sample. */
  sendSample(file: string): Promise<MailSampleSent | undefined>;
}
