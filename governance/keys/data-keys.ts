import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { type KeyId, newId } from '#contracts/ids.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import {
  type DataKeyRow,
  destroyDataKey,
  findDataKey,
  findDataKeyOfRun,
  findDataKeys,
  findInstallationKey,
  insertDataKey,
  listDestroyedKeys,
} from '#store/keys.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { openBytes, sealBytes } from './envelope.ts';
import { type CachedKey, createKeyCache } from './key-cache.ts';

export interface DataKeysDeps {
  /** 32 bytes that wrap every other key. */
  installationSecret: Uint8Array;
  database: Pick<Database, 'direct'>;
  cacheLimit?: number;
  /** How long a key destroyed by another process may still open here. */
  staleAfterMilliseconds?: number;
}

/** A new key, and the write that keeps it; it may be rolled back. */
export interface MadeKey {
  keyId: KeyId;
  write: Write;
}

export interface DataKeys {
  makeForRun(owner: { runId: string; subjectId: string }): MadeKey;
  ofInstallation(): Promise<KeyId>;
  ofRun(runId: string): Promise<KeyId | undefined>;
  load(keyId: KeyId): Promise<CachedKey>;
  /** Reads those of the keys that are not in memory, all at once. */
  fetch(keyIds: readonly KeyId[]): Promise<void>;
  destroy(tx: Transaction, keyId: KeyId): Promise<boolean>;
}

/** The data keys: made at random, kept wrapped in the database, unwrapped in memory for a while. */
export function createDataKeys(deps: DataKeysDeps): DataKeys {
  const { direct } = deps.database;
  const wrappingKey = createSecretKey(Buffer.from(deps.installationSecret));
  const cache = createKeyCache({
    limit: deps.cacheLimit ?? 2_000,
    staleAfterMilliseconds: deps.staleAfterMilliseconds ?? 2_000,
    listDestroyed: (ids) => listDestroyedKeys(direct, ids),
    now: Date.now,
  });
  let installation: Promise<KeyId> | undefined;

  function remember(row: DataKeyRow): CachedKey {
    const entry = readRow(row, wrappingKey);
    cache.put(entry);
    if (entry.runId !== null) cache.bindRun(entry.runId, entry.keyId);
    return entry;
  }

  async function findOrMakeInstallationKey(): Promise<KeyId> {
    if ((await findInstallationKey(direct)) === null) {
      const { id, wrapped } = makeKey(wrappingKey);
      await writeTogether(direct, { writes: [insertDataKey({ id, owner: null, wrapped })] });
    }
    const row = await findInstallationKey(direct);
    if (row !== null) return remember(row).keyId;
    throw new AppError(
      'seal-broken',
      'The key of the installation was written to data_key and is not there: look who changes that table.',
    );
  }

  return {
    makeForRun(owner) {
      const { id, key, wrapped } = makeKey(wrappingKey);
      // No connection sees the row yet, and the input of the run is sealed under the key already.
      cache.put({ kind: 'live', keyId: id, runId: owner.runId, key });
      return { keyId: id, write: insertDataKey({ id, owner, wrapped }) };
    },
    ofInstallation() {
      installation ??= findOrMakeInstallationKey().catch((error: unknown) => {
        installation = undefined;
        throw error;
      });
      return installation;
    },
    async ofRun(runId) {
      await cache.refresh();
      const cached = cache.keyOfRun(runId);
      if (cached !== undefined) return cached;
      const row = await findDataKeyOfRun(direct, runId);
      return row === null ? undefined : remember(row).keyId;
    },
    async load(keyId) {
      await cache.refresh();
      const cached = cache.get(keyId);
      if (cached !== undefined) return cached;
      const row = await findDataKey(direct, keyId);
      if (row !== null) return remember(row);
      throw new AppError(
        'seal-broken',
        `The key ${keyId} is not in the table data_key: restore the database from the backup that belongs to this content.`,
      );
    },
    async fetch(keyIds) {
      await cache.refresh();
      const unknown = keyIds.filter((keyId) => cache.get(keyId) === undefined);
      if (unknown.length === 0) return;
      for (const row of await findDataKeys(direct, unknown)) remember(row);
    },
    destroy(tx, keyId) {
      cache.drop(keyId);
      return destroyDataKey(tx, keyId);
    },
  };
}

function makeKey(wrappingKey: KeyObject): { id: KeyId; key: KeyObject; wrapped: Uint8Array<ArrayBuffer> } {
  const id = newId('key');
  const plaintext = randomBytes(32);
  return {
    id,
    key: createSecretKey(plaintext),
    wrapped: sealBytes({ keyId: id, key: wrappingKey, plaintext, place: placeOf(id) }),
  };
}

function readRow(row: DataKeyRow, wrappingKey: KeyObject): CachedKey {
  const keyId = row.id as KeyId;
  if (row.wrapped === null) return { kind: 'destroyed', keyId, runId: row.runId };
  try {
    const plaintext = openBytes(row.wrapped, { key: wrappingKey, place: placeOf(keyId) });
    return { kind: 'live', keyId, runId: row.runId, key: createSecretKey(plaintext) };
  } catch (cause) {
    // Not the content is at fault: work waits until the right key is there.
    throw new AppError(
      'config-invalid',
      `The key ${keyId} does not open with this installation.key: database and keys folder come from different backups. Restore them together.`,
      { cause },
    );
  }
}

function placeOf(keyId: KeyId): string {
  return `data-key:${keyId}`;
}
