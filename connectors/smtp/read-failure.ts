import type { MailHandover } from '#contracts/ports/mail.ts';
import { replyCode } from './reply-code.ts';

/** What a failed exchange says about the message: only a server's own words, or silence before the text left, are certain. */
export function readFailure(error: unknown, { left }: { left: boolean }): MailHandover {
  const words = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  // What a server says to the question for TLS, it says of the connection and not of the message.
  if (textIn(error, 'code') === 'ETLS') return { kind: 'refused-for-now', reason: 'no TLS with the server', words };
  const reason = codeOf(error);
  const code = numberIn(error, 'responseCode');
  if (code !== undefined && code >= 500) return { kind: 'refused-for-good', reason, words };
  if (code !== undefined && code >= 400) return { kind: 'refused-for-now', reason, words };
  if (!left) return { kind: 'refused-for-now', reason, words };
  return { kind: 'unknown', reason: `no answer after the message was handed over (${reason})`, words };
}

function codeOf(error: unknown): string {
  const reply = textIn(error, 'response');
  const fromReply = reply === undefined ? undefined : replyCode(reply);
  return fromReply ?? numberIn(error, 'responseCode')?.toString() ?? textIn(error, 'code') ?? 'the exchange failed';
}

function numberIn(error: unknown, field: string): number | undefined {
  const value = fieldOf(error, field);
  return typeof value === 'number' ? value : undefined;
}

function textIn(error: unknown, field: string): string | undefined {
  const value = fieldOf(error, field);
  return typeof value === 'string' ? value : undefined;
}

function fieldOf(error: unknown, field: string): unknown {
  return error instanceof Error ? Reflect.get(error, field) : undefined;
}
