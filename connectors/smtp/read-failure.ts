import type { MailHandover } from '#contracts/ports/mail.ts';

/** What a failed exchange says about the message: only a server's own words, or silence before the text left, are certain. */
export function readFailure(error: unknown, { left }: { left: boolean }): MailHandover {
  const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
  const code = responseCode(error);
  if (code !== undefined && code >= 500) return { kind: 'refused-for-good', reason };
  if (code !== undefined && code >= 400) return { kind: 'refused-for-now', reason };
  return left ? { kind: 'unknown', reason: `no answer after the message was handed over: ${reason}` } : { kind: 'refused-for-now', reason };
}

function responseCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('responseCode' in error)) return undefined;
  return typeof error.responseCode === 'number' ? error.responseCode : undefined;
}
