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
}

/** What the mail server said. Only `unknown` leaves open whether the message went out. */
export type MailHandover =
  | { kind: 'accepted'; response: string }
  | { kind: 'refused-for-good'; reason: string }
  | { kind: 'refused-for-now'; reason: string }
  | { kind: 'unknown'; reason: string };

export interface MailPort {
  handOver(mail: MailToSend): Promise<MailHandover>;
}
