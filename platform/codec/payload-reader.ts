import { type Payload, StorageDriverClaim } from '@temporalio/common';
import { z } from 'zod';
import { createPayloadCodec } from './payload-codec.ts';
import { createPayloadDriver, type PayloadStorageDeps, payloadDriverName } from './payload-storage.ts';
import { isSealed, keyIdOfPayload, metadataText } from './sealed-payload.ts';

export type PayloadOwner = { kind: 'clear' } | { kind: 'run'; runId: string } | { kind: 'installation' };

/** Reads payloads as they stand in a history, outside client and worker. */
export interface PayloadReader {
  /** Puts what is kept outside the history in the place of its reference; still encrypted. */
  resolve(payload: Payload): Promise<Payload>;
  /** Whose key the resolved payload needs. */
  ownerOf(payload: Payload): Promise<PayloadOwner>;
  decode(payload: Payload): Promise<Payload>;
}

const Reference = z.object({ driverName: z.literal(payloadDriverName), claimData: z.record(z.string(), z.string()) });

export function createPayloadReader(deps: PayloadStorageDeps): PayloadReader {
  const codec = createPayloadCodec(deps);
  const driver = createPayloadDriver(deps);

  return {
    async resolve(payload) {
      const claim = claimOf(payload);
      if (claim === undefined) return payload;
      const [stored] = await driver.retrieve({}, [claim]);
      return stored ?? payload;
    },
    async ownerOf(payload) {
      if (!isSealed(payload)) return { kind: 'clear' };
      const keyId = keyIdOfPayload(payload);
      const runId = keyId === undefined ? undefined : await deps.keys.runOfKey(keyId);
      return runId === undefined ? { kind: 'installation' } : { kind: 'run', runId };
    },
    async decode(payload) {
      const [decoded] = await codec.decode([payload]);
      return decoded ?? payload;
    },
  };
}

function claimOf(payload: Payload): StorageDriverClaim | undefined {
  if (metadataText(payload, 'messageType') !== 'temporal.api.sdk.v1.ExternalStorageReference') return undefined;
  const reference = Reference.safeParse(parsedJson(payload.data));
  return reference.success ? new StorageDriverClaim(reference.data.claimData) : undefined;
}

function parsedJson(data: Uint8Array | null | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(data ?? []).toString('utf8'));
  } catch {
    return undefined;
  }
}
