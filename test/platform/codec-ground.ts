import { inject } from 'vitest';
import { createCodecKeys, type KeyRing } from '#governance/keys/index.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';
import type { Database } from '#platform/database/client.ts';
import { findPayload, putPayload } from '#store/payloads.ts';

/** What the codec and its readers stand on. */
export function codecDeps(database: Database, ring: KeyRing): PayloadStorageDeps {
  return {
    keys: createCodecKeys(ring),
    payloads: { put: (payload) => putPayload(database.direct, payload), get: (id) => findPayload(database.direct, id) },
  };
}

/** Where the Temporal server that all tests share answers, and its UI. */
export function sharedTemporal(): { address: string; uiAddress: string } {
  const { temporalAddress, temporalUiPort } = inject('ground');
  return { address: temporalAddress, uiAddress: `http://127.0.0.1:${temporalUiPort}` };
}
