import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';

/** Hashes that nobody can make or guess without the installation's key; each purpose has a key of its own. */
export type KeyedHash = (purpose: string, content: string | Uint8Array) => Buffer<ArrayBuffer>;

export function createKeyedHash(installationSecret: Uint8Array): KeyedHash {
  return (purpose, content) => {
    const key = createSecretKey(
      Buffer.from(hkdfSync('sha256', installationSecret, '', `baton keyed hash ${purpose}`, 32)),
    );
    return createHmac('sha256', key).update(content).digest();
  };
}
