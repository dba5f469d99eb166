const messageId = /<[\x21-\x3b\x3d\x3f-\x7e]{1,990}>/g;
const most = 100;

/** Message-IDs that can stand in a reply's header, in their order. */
export function readMessageIds(value: string): string[] {
  return value.match(messageId) ?? [];
}

/** The thread so far; of a very long one its start and its end. */
export function readThread(fields: { references: string; inReplyTo: string }): string[] {
  const ids = [...new Set([...readMessageIds(fields.references), ...readMessageIds(fields.inReplyTo)])];
  return ids.length <= most ? ids : [...ids.slice(0, 1), ...ids.slice(1 - most)];
}
