import type { Payload } from '@temporalio/common';

/** What stands where a payload was whose key is destroyed: readable as a value, and as the text of a failure. */
export interface PayloadTombstone {
  kind: 'tombstone';
  keyId: string;
  message: string;
}

export function tombstonePayload(keyId: string): Payload {
  const tombstone: PayloadTombstone = {
    kind: 'tombstone',
    keyId,
    message: 'Erased: the key to this content was destroyed.',
  };
  return { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(JSON.stringify(tombstone)) };
}
