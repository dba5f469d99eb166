import { ExternalStorage, type Payload, type StorageDriver, StorageDriverClaim } from '@temporalio/common';
import proto from '@temporalio/proto';
import { newId } from '#contracts/ids.ts';
import type { CodecKeyPort, PayloadStorePort } from './ports.ts';
import { keyIdOfPayload } from './sealed-payload.ts';
import { tombstonePayload } from './tombstone.ts';
import { unreadablePayload } from './unreadable.ts';

const PayloadMessage = proto.temporal.api.common.v1.Payload;

/** Stands in every reference in every history: never renamed. */
export const payloadDriverName = 'baton-payloads';

export interface PayloadStorageDeps {
  keys: CodecKeyPort;
  payloads: PayloadStorePort;
}

/** Takes payloads over the threshold, after the codec has encrypted them, out of the history and into our own table. */
export function createPayloadStorage(deps: PayloadStorageDeps & { thresholdBytes: number }): ExternalStorage {
  const driver = createPayloadDriver(deps);
  const storage = new ExternalStorage({ drivers: [driver], payloadSizeThreshold: deps.thresholdBytes });
  // A reference sent by hand may name any driver, and a workflow that cannot resolve one would never go on.
  return Object.assign(storage, {
    getDriver: (name: string) => (name === payloadDriverName ? driver : noDriver(name)),
  });
}

function noDriver(name: string): StorageDriver {
  return {
    name,
    type: 'baton.none',
    store: () => Promise.reject(new TypeError(`Payloads are stored with ${payloadDriverName} alone, not with ${name}`)),
    retrieve: async (_context, claims) => claims.map(() => unreadablePayload('It refers to a store that is not ours.')),
  };
}

export function createPayloadDriver({ keys, payloads }: PayloadStorageDeps): StorageDriver {
  async function storeOne(payload: Payload): Promise<StorageDriverClaim> {
    const id = newId('payload');
    const keyId = keyIdOfPayload(payload);
    const runId = keyId === undefined ? undefined : await keys.runOfKey(keyId);
    await payloads.put({ id, runId: runId ?? null, bytes: new Uint8Array(PayloadMessage.encode(payload).finish()) });
    return new StorageDriverClaim(keyId === undefined ? { id } : { id, keyId });
  }

  async function retrieveOne({ claimData: { id = '', keyId } }: StorageDriverClaim): Promise<Payload> {
    const stored = await payloads.get(id);
    if (stored !== null) return PayloadMessage.decode(stored.bytes);
    // Rows may be removed once the key is gone.
    if (keyId !== undefined && (await keys.isDestroyed(keyId))) return tombstonePayload(keyId);
    return unreadablePayload(
      `The payload ${id.slice(0, 100)} is not in the table payload: either nobody stored it, or the database comes from an older backup than this history.`,
    );
  }

  return {
    name: payloadDriverName,
    type: 'baton.postgresql',
    store: (_context, list) => Promise.all(list.map(storeOne)),
    retrieve: (_context, claims) => Promise.all(claims.map(retrieveOne)),
  };
}
