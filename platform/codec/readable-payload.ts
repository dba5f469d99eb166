import type { Payload } from '@temporalio/common';
import { metadataText } from './sealed-payload.ts';
import { unreadablePayload } from './unreadable.ts';

/** The payload itself where the payload converter of a workflow can make a value of it. */
export function readablePayload(payload: Payload): Payload {
  const why = whyUnreadable(payload);
  return why === undefined ? payload : unreadablePayload(why);
}

function whyUnreadable(payload: Payload): string | undefined {
  const encoding = metadataText(payload, 'encoding');
  switch (encoding) {
    case 'binary/null':
    case 'binary/plain':
      return undefined;
    case 'json/plain':
      return isJson(payload.data) ? undefined : 'It says that it is JSON, and it is not.';
    case undefined:
      return 'It does not say how it is encoded.';
    default:
      return `Its encoding is not known here: ${encoding.slice(0, 100)}.`;
  }
}

function isJson(data: Uint8Array | null | undefined): boolean {
  try {
    JSON.parse(new TextDecoder().decode(data ?? undefined));
    return true;
  } catch {
    return false;
  }
}
