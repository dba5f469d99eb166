import type { Payload } from '@temporalio/common';
import { z } from 'zod';

/** A payload as the Temporal UI sends it: Protobuf JSON, bytes in base64. */
const WirePayload = z.object({
  metadata: z.record(z.string(), z.base64()).nullish(),
  data: z.base64().nullish(),
});
export type WirePayload = z.infer<typeof WirePayload>;

export const DecodeRequest = z.object({ payloads: z.array(WirePayload).max(500) });
export type DecodeRequest = z.infer<typeof DecodeRequest>;

export function fromWire({ metadata, data }: WirePayload): Payload {
  const fields = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value, 'base64')] as const);
  return { metadata: Object.fromEntries(fields), data: Buffer.from(data ?? '', 'base64') };
}

export function toWire({ metadata, data }: Payload): WirePayload {
  const fields = Object.entries(metadata ?? {}).map(
    ([name, value]) => [name, Buffer.from(value).toString('base64')] as const,
  );
  return { metadata: Object.fromEntries(fields), data: Buffer.from(data ?? []).toString('base64') };
}
