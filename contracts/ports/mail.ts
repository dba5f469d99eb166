/** A file on the wire. */
export interface MailAttachment {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** An e-mail on the wire. */
export interface MailToSend {
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
  messageId: string;
  inReplyTo?: string;
  references: readonly string[];
  headers: Readonly<Record<string, string>>;
  attachments?: readonly MailAttachment[];
}

/**
 * What the mail server said: its codes, such as `550 5.1.1`, and its own words, which often repeat an address.
 * Only `unknown` leaves open whether the message went out.
 */
export type MailHandover =
  | { kind: 'accepted'; response: string; words: string }
  | { kind: 'refused-for-good'; reason: string; words: string }
  | { kind: 'refused-for-now'; reason: string; words: string }
  | { kind: 'unknown'; reason: string; words: string };

export interface MailPort {
  /** So many leave side by side; more would wait inside, where nobody could stop them. */
  sideBySide: number;
  handOver(mail: MailToSend): Promise<MailHandover>;
}
