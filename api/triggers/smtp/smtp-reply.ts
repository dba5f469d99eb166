import type { MailReceipt } from '#api/use-cases/receive-mail.ts';
import { isAppError } from '#contracts/errors.ts';

/** A refusal in the form the SMTP server sends: three digits and a line of text. */
export interface SmtpRefusal extends Error {
  responseCode: number;
}

export function refusal(responseCode: number, text: string): SmtpRefusal {
  return Object.assign(new Error(text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 400)), { responseCode });
}

export function tooLarge(maxBytes: number): SmtpRefusal {
  return refusal(552, `5.3.4 The message is larger than ${maxBytes} bytes`);
}

/** Only what is wrong with the message itself is final; for everything else the sender keeps it and tries again. */
export function refusalFor(error: unknown, { maxBytes }: { maxBytes: number }): SmtpRefusal {
  if (isAppError(error) && error.code === 'body-too-large') return tooLarge(maxBytes);
  if (isAppError(error) && error.code === 'input-invalid') return refusal(554, `5.6.0 ${error.message}`);
  return refusal(451, '4.3.0 The message could not be taken in at the moment; try again later');
}

export function acceptance(receipt: MailReceipt): string {
  return receipt.kind === 'accepted' ? `2.6.0 Taken in as ${receipt.run.id}` : '2.6.0 Recorded; nobody will answer it';
}
