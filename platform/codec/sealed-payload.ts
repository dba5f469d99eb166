import type { Payload } from '@temporalio/common';

/** How an encrypted payload looks to Temporal: the encoding and the key id are clear, the data is not. */
const sealedEncoding = 'binary/encrypted';
const keyIdField = 'encryption-key-id';

export function sealedPayload(keyId: string, data: Uint8Array): Payload {
  return { metadata: { encoding: Buffer.from(sealedEncoding), [keyIdField]: Buffer.from(keyId) }, data };
}

/** The key a payload needs, or nothing where it is not encrypted or names none. */
export function keyIdOfPayload(payload: Payload): string | undefined {
  return isSealed(payload) ? metadataText(payload, keyIdField) : undefined;
}

export function isSealed(payload: Payload): boolean {
  return metadataText(payload, 'encoding') === sealedEncoding;
}

export function metadataText(payload: Payload, field: string): string | undefined {
  const value = payload.metadata?.[field];
  return value === undefined || value === null ? undefined : Buffer.from(value).toString('utf8');
}

/** Binds the sealed bytes to the key id that travels in the clear beside them. */
export function placeOfPayload(keyId: string): { place: string } {
  return { place: `temporal-payload:${keyId}` };
}
