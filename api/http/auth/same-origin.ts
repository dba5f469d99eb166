import type { IncomingMessage } from 'node:http';
import { AppError } from '#contracts/errors.ts';

const reads = ['GET', 'HEAD', 'OPTIONS'];

/** What changes something on the strength of a cookie must come from a page of our own. */
export function checkSameOrigin({ method = '', headers }: IncomingMessage, publicUrl: string): void {
  if (reads.includes(method)) return;
  const origin = headers.origin ?? '';
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  if (host !== undefined && (host === headers.host || origin === new URL(publicUrl).origin)) return;
  throw new AppError('origin-refused', "A browser's request that changes something must come from Baton's own pages");
}
