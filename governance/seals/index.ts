import { AppError } from '#contracts/errors.ts';
import type { KeyId } from '#contracts/ids.ts';
import type { KeyedHash, KeyRing, Opened, OpenedJson } from '#governance/keys/index.ts';

/** Seals what belongs to a run under the run's own key, and opens it again in its place only. */
export interface Seals {
  /** For the transaction that makes the key: nobody else can see it yet. */
  sealUnder(keyId: KeyId, value: unknown, place: string): Promise<Uint8Array<ArrayBuffer>>;
  seal(runId: string, value: unknown, place: string): Promise<Uint8Array<ArrayBuffer>>;
  sealBytes(runId: string, bytes: Uint8Array, place: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Nothing where the run's key is destroyed: no more is written down about somebody who was erased. */
  sealUnlessErased(runId: string, value: unknown, place: string): Promise<Uint8Array<ArrayBuffer> | null>;
  open(sealed: Uint8Array, place: string): Promise<OpenedJson>;
  openBytes(sealed: Uint8Array, place: string): Promise<Opened>;
  /** Gets the keys of what is to be opened next in one go, and not one by one. */
  fetchKeys(sealed: readonly Uint8Array[]): Promise<void>;
  /** Gets a run's key while something else is read, before anything is sealed under it. */
  fetchKeyOf(runId: string): Promise<void>;
  /** Opens what must be readable for the work to go on. */
  read(sealed: Uint8Array, place: string): Promise<unknown>;
  /** A hash nobody outside this installation can make or guess, in hexadecimal. */
  hash(purpose: string, text: string): string;
}

export function createSeals(parts: { keys: KeyRing; keyedHash: KeyedHash }): Seals {
  const { keys } = parts;

  async function keyOf(runId: string): Promise<KeyId> {
    const keyId = await keys.keyOfRun(runId);
    if (keyId) return keyId;
    throw new AppError('seal-broken', `Run ${runId} has no key: its accept was not completed`);
  }

  return {
    sealUnder: (keyId, value, place) => keys.sealJson(keyId, value, { place }),
    seal: async (runId, value, place) => keys.sealJson(await keyOf(runId), value, { place }),
    sealBytes: async (runId, bytes, place) => keys.seal(await keyOf(runId), bytes, { place }),
    sealUnlessErased: async (runId, value, place) => {
      const keyId = await keyOf(runId);
      return (await keys.isDestroyed(keyId)) ? null : keys.sealJson(keyId, value, { place });
    },
    open: (sealed, place) => keys.openJson(sealed, { place }),
    openBytes: (sealed, place) => keys.open(sealed, { place }),
    fetchKeys: (sealed) => keys.fetch(sealed),
    fetchKeyOf: async (runId) => void (await keys.keyOfRun(runId)),
    read: async (sealed, place) => {
      const opened = await keys.openJson(sealed, { place });
      if (opened.kind === 'content') return opened.value;
      throw new AppError('seal-broken', `${place} was erased with its subject; nothing can be done with it any more`);
    },
    hash: (purpose, text) => parts.keyedHash(purpose, text).toString('hex'),
  };
}
