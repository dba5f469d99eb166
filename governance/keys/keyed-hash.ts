import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** Hashes that nobody can make or guess without the installation's key; each purpose has a key of its own. */
export type KeyedHash = (purpose: string, content: string | Uint8Array) => Buffer<ArrayBuffer>;

export function createKeyedHash(installationSecret: Uint8Array): KeyedHash {
  const keys = new Map<string, KeyObject>();
  /** Purposes are words of the code, so few that each key is kept. */
  const keyFor = (purpose: string): KeyObject => {
    const known = keys.get(purpose);
    if (known) return known;
    const bytes = hkdfSync('sha256', installationSecret, '', `baton keyed hash ${purpose}`, 32);
    const key = createSecretKey(Buffer.from(bytes));
    keys.set(purpose, key);
    return key;
  };
  return (purpose, content) => createHmac('sha256', keyFor(purpose)).update(content).digest();
}
