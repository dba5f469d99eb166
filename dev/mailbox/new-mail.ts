import { randomUUID } from 'node:crypto';

const messageId = /^Message-ID:[^<]*<[^@>]*@([^>]*)>/im;

/** The same letter sent once more: Baton knows a message by its Message-ID, and would take it for the one before. */
export function asNewMail(raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  const head = text.search(/\r?\n\r?\n/);
  const renewed = text
    .slice(0, head)
    .replace(messageId, (_line, host: string) => `Message-ID: <${randomUUID()}@${host}>`);
  return Buffer.from(renewed + text.slice(head), 'latin1');
}

/** What became of a message on its way, in front of it, as mail servers note it. */
export function withTrace(raw: Buffer, fields: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}\r\n`);
  return Buffer.concat([Buffer.from(lines.join('')), raw]);
}
