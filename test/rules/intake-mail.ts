/** A raw message for tests: fields, then the body as given. */
export function aMail(
  fields: Readonly<Record<string, string>> = {},
  body: string | Buffer = 'Where is my order?',
): Buffer {
  const all = {
    From: 'Ida Berg <ida@customer.example>',
    Subject: 'My order',
    Date: 'Thu, 19 Nov 2026 09:00:00 +0000',
    'Message-ID': '<one@customer.example>',
    ...fields,
  };
  const header = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${header.join('')}\r\n`, 'latin1'), Buffer.from(body)]);
}

/** The parts of a multipart, each given as header and content. */
export function parts(boundary: string, contents: readonly string[]): string {
  return `${contents.map((content) => `--${boundary}\r\n${content}\r\n`).join('')}--${boundary}--\r\n`;
}

export function aMultipart(kind: string, contents: readonly string[]): Buffer {
  return aMail({ 'Content-Type': `multipart/${kind}; boundary="b"` }, parts('b', contents));
}

/** Multiparts within multiparts. */
export function nested(levels: number): Buffer {
  const inner = (level: number): string =>
    level === levels
      ? 'Content-Type: text/plain\r\n\r\ndeep'
      : `Content-Type: multipart/mixed; boundary="l${level}"\r\n\r\n${parts(`l${level}`, [inner(level + 1)])}`;
  return aMail({ 'Content-Type': 'multipart/mixed; boundary="l0"' }, parts('l0', [inner(1)]));
}

/** Messages attached to messages. */
export function attachedWithin(levels: number): Buffer {
  const top = 'Content-Type: message/rfc822\r\n\r\n'.repeat(levels);
  return aMultipart('mixed', ['Content-Type: text/plain\r\n\r\nSee below', `${top}Subject: at last\r\n\r\nhello`]);
}
