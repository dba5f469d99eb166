import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import type { KeyId } from '#contracts/ids.ts';

/** Sealed bytes: version, length of the key id, key id, nonce, tag, cipher text. The header is authenticated too. */
const version = 1;
const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

export interface SealInput {
  keyId: KeyId;
  key: KeyObject;
  plaintext: Uint8Array;
  /** What the bytes belong to, such as `approval:<id>:action`: elsewhere they do not open. */
  place: string;
}

export function sealBytes({ keyId, key, plaintext, place }: SealInput): Uint8Array<ArrayBuffer> {
  const header = headerOf(keyId);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(boundTo(header, place));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return new Uint8Array(Buffer.concat([header, nonce, cipher.getAuthTag(), body]));
}

export function openBytes(
  sealed: Uint8Array,
  { key, place }: { key: KeyObject; place: string },
): Uint8Array<ArrayBuffer> {
  const keyId = keyIdOf(sealed);
  const header = headerOf(keyId);
  const nonceAt = header.length;
  const tagAt = nonceAt + nonceLength;
  const bodyAt = tagAt + tagLength;
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(nonceAt, tagAt), { authTagLength: tagLength })
      .setAAD(boundTo(header, place))
      .setAuthTag(sealed.subarray(tagAt, bodyAt));
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]));
  } catch (cause) {
    throw new AppError(
      'seal-broken',
      `The value sealed under ${keyId} for "${place}" does not open: it was changed, or moved from another place.`,
      { cause },
    );
  }
}

/** Reads which key the bytes were sealed under, without opening them. */
export function keyIdOf(sealed: Uint8Array): KeyId {
  if (!hasHeader(sealed)) {
    throw new AppError(
      'seal-broken',
      `A sealed value of ${sealed.length} bytes has no readable header: it was cut short, or never sealed.`,
    );
  }
  return Buffer.from(sealed.subarray(2, 2 + (sealed[1] ?? 0))).toString('utf8') as KeyId;
}

/** Whether bytes name the key they were sealed under. */
export function hasHeader(sealed: Uint8Array): boolean {
  return sealed[0] === version && sealed.length >= 2 + (sealed[1] ?? 0) + nonceLength + tagLength;
}

function headerOf(keyId: KeyId): Buffer {
  const id = Buffer.from(keyId, 'utf8');
  return Buffer.concat([Buffer.from([version, id.length]), id]);
}

function boundTo(header: Uint8Array, place: string): Buffer {
  return Buffer.concat([header, Buffer.from([0]), Buffer.from(place, 'utf8')]);
}
