import type { Letter } from './mail-kinds.ts';

export interface MailToWrite extends Letter {
  messageId: string;
  /** The Message-ID it replies to. */
  inReplyTo?: string | undefined;
}

const border = 'border-of-parts';

/** A mail as it comes over the wire; the same one is the same to the byte. */
export function rawMailOf(mail: MailToWrite): string {
  const { from, name, subject, messageId, inReplyTo, headers, attachments } = mail;
  const thread = inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`];
  const fields = [
    `From: ${encoded(name)} <${from}>`,
    'To: service@alderfinch.example',
    `Subject: ${encoded(subject)}`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0000',
    `Message-ID: ${messageId}`,
    ...thread,
    ...headers,
    'MIME-Version: 1.0',
  ];
  return [...fields, ...(attachments.length === 0 ? textPart(mail) : parts(mail))].join('\r\n');
}

function parts(mail: MailToWrite): string[] {
  const files = mail.attachments.flatMap(({ name, type, content }) => [
    `--${border}`,
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    content,
  ]);
  return [
    `Content-Type: multipart/mixed; boundary="${border}"`,
    '',
    `--${border}`,
    ...textPart(mail),
    ...files,
    `--${border}--`,
    '',
  ];
}

function textPart({ text }: MailToWrite): string[] {
  return ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', ...text.split('\n')];
}

/** Headers are ASCII on the wire. */
function encoded(words: string): string {
  const plain = /^[\x20-\x7e]*$/.test(words);
  return plain ? words : `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
}
