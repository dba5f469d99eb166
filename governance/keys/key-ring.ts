import { AppError } from '#contracts/errors.ts';
import type { KeyId } from '#contracts/ids.ts';
import type { Transaction } from '#platform/database/client.ts';
import { createDataKeys, type DataKeysDeps, type MadeKey } from './data-keys.ts';
import { hasHeader, keyIdOf, openBytes, sealBytes } from './envelope.ts';

/** Stands where content was whose key is destroyed. */
export interface Tombstone {
  kind: 'tombstone';
  keyId: KeyId;
}
export type Opened = { kind: 'content'; bytes: Uint8Array<ArrayBuffer> } | Tombstone;
export type OpenedJson = { kind: 'content'; value: unknown } | Tombstone;

/** What sealed bytes belong to, such as `approval:<id>:action`: elsewhere they do not open. */
export interface Placed {
  place: string;
}

export interface KeyRing {
  /** Seals at once; it is to be written in the transaction of what it seals. */
  makeRunKey(owner: { runId: string; subjectId: string }): MadeKey;
  /** The key for what belongs to no run; made at the first call. */
  installationKey(): Promise<KeyId>;
  keyOfRun(runId: string): Promise<KeyId | undefined>;
  /** The run whose key this is; nothing for the key of the installation. */
  runOfKey(keyId: KeyId): Promise<string | undefined>;
  isDestroyed(keyId: KeyId): Promise<boolean>;
  /** Gets the keys of sealed values in one go. */
  fetch(sealed: readonly Uint8Array[]): Promise<void>;
  seal(keyId: KeyId, plaintext: Uint8Array, where: Placed): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws for changed or moved bytes; a destroyed key is an answer. */
  open(sealed: Uint8Array, where: Placed): Promise<Opened>;
  sealJson(keyId: KeyId, value: unknown, where: Placed): Promise<Uint8Array<ArrayBuffer>>;
  openJson(sealed: Uint8Array, where: Placed): Promise<OpenedJson>;
  /** From the commit on, nothing sealed under this key opens again; other processes see it within seconds. */
  destroy(tx: Transaction, keyId: KeyId): Promise<boolean>;
}

export function createKeyRing(deps: DataKeysDeps): KeyRing {
  const dataKeys = createDataKeys(deps);

  async function seal(keyId: KeyId, plaintext: Uint8Array, { place }: Placed): Promise<Uint8Array<ArrayBuffer>> {
    const entry = await dataKeys.load(keyId);
    if (entry.kind === 'live') return sealBytes({ keyId, key: entry.key, plaintext, place });
    throw new AppError(
      'seal-broken',
      `The key ${keyId} was destroyed when its subject was erased: nothing can be sealed under it for "${place}".`,
    );
  }

  async function open(sealed: Uint8Array, { place }: Placed): Promise<Opened> {
    const keyId = keyIdOf(sealed);
    const entry = await dataKeys.load(keyId);
    if (entry.kind === 'destroyed') return { kind: 'tombstone', keyId };
    return { kind: 'content', bytes: openBytes(sealed, { key: entry.key, place }) };
  }

  return {
    makeRunKey: dataKeys.makeForRun,
    installationKey: dataKeys.ofInstallation,
    keyOfRun: dataKeys.ofRun,
    runOfKey: async (keyId) => (await dataKeys.load(keyId)).runId ?? undefined,
    isDestroyed: async (keyId) => (await dataKeys.load(keyId)).kind === 'destroyed',
    fetch: (sealed) => dataKeys.fetch(sealed.filter(hasHeader).map(keyIdOf)),
    seal,
    open,
    sealJson: (keyId, value, where) => seal(keyId, Buffer.from(JSON.stringify(value), 'utf8'), where),
    async openJson(sealed, where) {
      const opened = await open(sealed, where);
      if (opened.kind === 'tombstone') return opened;
      return { kind: 'content', value: JSON.parse(Buffer.from(opened.bytes).toString('utf8')) as unknown };
    },
    destroy: dataKeys.destroy,
  };
}
