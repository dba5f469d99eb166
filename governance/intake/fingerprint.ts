import { createHash } from 'node:crypto';
import type { Seals } from '#governance/seals/index.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';

export interface FingerprintFacts {
  raw: Uint8Array;
  from: string;
  messageId?: string;
  sentAt?: string;
}

/**
 * The same for the same message, however it got here. A Message-ID alone proves nothing, since anybody can use it again;
 * a message without one is told from the next one by its date.
 */
export function fingerprintOf(seals: Seals, { raw, from, messageId, sentAt }: FingerprintFacts): string {
  const id = messageId ?? { sentAt: sentAt ?? '' };
  return seals.hash('mail', canonicalJson({ id, from, body: hashBody(raw) }));
}

/** Mail systems on the way add fields and change line breaks, but leave the words alone. */
function hashBody(raw: Uint8Array): string {
  const message = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1').replaceAll('\r\n', '\n');
  const top = message.indexOf('\n\n');
  let end = message.length;
  while (end > 0 && message[end - 1] === '\n') end -= 1;
  const body = top < 0 ? '' : message.slice(top + 2, end);
  return createHash('sha256').update(body, 'latin1').digest('hex');
}
