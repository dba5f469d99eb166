import type { Payload } from '@temporalio/common';
import { createPayloadReader } from '#platform/codec/payload-reader.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';

/** A copy of something from Temporal's API in which every payload is decrypted and stands in its place, external ones too. */
export async function openPayloads<Message>(message: Message, storage: PayloadStorageDeps): Promise<Message> {
  const reader = createPayloadReader(storage);
  const open = async (value: unknown): Promise<unknown> => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (Array.isArray(value)) return Promise.all(value.map(open));
    if (isPayload(value)) return reader.decode(await reader.resolve(value));
    if (!isPlain(value)) return value;
    const entries = Object.entries(value).map(async ([name, part]) => [name, await open(part)] as const);
    return Object.assign(Object.create(Object.getPrototypeOf(value)), Object.fromEntries(await Promise.all(entries)));
  };
  return (await open(message)) as Message;
}

function isPayload(value: object): value is Payload {
  return 'metadata' in value && 'data' in value && ArrayBuffer.isView(value.data);
}

/** Messages hold their fields as their own; a Long is a number in two halves and stays as it is. */
function isPlain(value: object): boolean {
  return !('low' in value && 'high' in value);
}

/** What a payload says. */
export function textOf(payload: Payload | null | undefined): string {
  return Buffer.from(payload?.data ?? []).toString('utf8');
}
