import type { Payload } from '@temporalio/common';

/** What stands where content came that nobody can read, such as a signal sent by hand: a value like any other. */
export interface UnreadablePayload {
  kind: 'unreadable';
  why: string;
}

export function unreadablePayload(why: string): Payload {
  const unreadable: UnreadablePayload = { kind: 'unreadable', why };
  return { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(JSON.stringify(unreadable)) };
}
