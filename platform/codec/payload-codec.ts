import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { CodecKeyPort } from './ports.ts';
import { readablePayload } from './readable-payload.ts';
import { isSealed, keyIdOfPayload, placeOfPayload, sealedPayload } from './sealed-payload.ts';
import { tombstonePayload } from './tombstone.ts';
import { unreadablePayload } from './unreadable.ts';

const PayloadMessage = proto.temporal.api.common.v1.Payload;

/**
 * Encrypts what Temporal stores: a key per workflow on encode, nothing but the payload's own metadata on decode.
 * No content makes decode throw: anybody may send a signal, and a workflow that cannot read one would never go on.
 */
export function createPayloadCodec({ keys }: { keys: CodecKeyPort }): PayloadCodec {
  async function encodeOne(payload: Payload, keyId: string): Promise<Payload> {
    const plaintext = PayloadMessage.encode(payload).finish();
    return sealedPayload(keyId, await keys.seal(keyId, plaintext, placeOfPayload(keyId)));
  }

  async function decodeOne(payload: Payload): Promise<Payload> {
    if (!isSealed(payload)) return readablePayload(payload);
    const keyId = keyIdOfPayload(payload);
    if (keyId === undefined) return unreadablePayload('It is encrypted, and does not say under which key.');
    const opened = await keys.open(payload.data ?? new Uint8Array(), placeOfPayload(keyId));
    switch (opened.kind) {
      case 'tombstone':
        return tombstonePayload(opened.keyId);
      case 'unreadable':
        return unreadablePayload(opened.why);
      case 'content':
        return readablePayload(PayloadMessage.decode(opened.bytes));
    }
  }

  return {
    async encode(payloads, context) {
      if (payloads.length === 0) return payloads;
      const keyId = await keys.keyForWorkflow(workflowOf(context));
      // A replay of a closed run encodes again; a run still open may write no more about somebody who was erased.
      if (await keys.isDestroyed(keyId)) return payloads.map(() => tombstonePayload(keyId));
      return Promise.all(payloads.map((payload) => encodeOne(payload, keyId)));
    },
    decode: (payloads) => Promise.all(payloads.map(decodeOne)),
  };
}

function workflowOf(context: SerializationContext | undefined): string | undefined {
  return context?.workflowId;
}
