import { isUtf8 } from 'node:buffer';
import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { mailLimits } from './limits.ts';
import { firstValue } from './mail-fields.ts';
import type { MailPart } from './split-mail.ts';

export type PartContent =
  | { kind: 'text' | 'html'; content: string; isCut: boolean; isGuessed: boolean }
  | { kind: 'attachment'; name: string | undefined; type: string; start: Uint8Array };

/** How much text a message may still have; counts down from part to part. */
export interface TextLeft {
  bytes: number;
  lines: number;
}

interface Reading {
  part: MailPart;
  bytes: Buffer;
  /** Reads with this type instead of the one given. */
  as?: string;
}

/** Decodes one part by itself, and no more of it than is used: a reader of whole messages can be made to work for minutes. */
export async function readPartContent(part: MailPart, left: TextLeft): Promise<PartContent> {
  const bytes = usedBytes(part, left);
  const email = await decode({ part, bytes });
  const [attachment] = email.attachments;
  if (attachment) return { kind: 'attachment', ...describe(attachment), start: bytesOf(attachment.content) };
  const kind = email.html === undefined ? 'text' : 'html';
  const content = email.html ?? email.text ?? '';
  const guess = content.includes('\ufffd') ? await guessCharset({ part, bytes }) : undefined;
  return { kind, content: guess ?? content, isCut: bytes.length < part.body.length, isGuessed: guess !== undefined };
}

function usedBytes({ body, type, fields }: MailPart, left: TextLeft): Buffer {
  const isAttached = /^attachment\s*(;|$)/i.test(firstValue(fields, 'content-disposition') ?? '');
  const isText = !type.isClear || ['text/plain', 'text/html'].includes(type.value) || !type.value.includes('/');
  if (isAttached || !isText) return body.subarray(0, mailLimits.attachmentPeek);
  const bytes = firstLines(body.subarray(0, left.bytes), left);
  left.bytes -= bytes.length;
  return bytes;
}

function firstLines(bytes: Buffer, left: TextLeft): Buffer {
  let end = 0;
  for (; left.lines > 0; left.lines -= 1) {
    const found = bytes.indexOf('\n', end, 'latin1');
    if (found < 0) return bytes;
    end = found + 1;
  }
  return bytes.subarray(0, end);
}

function decode({ part, bytes, as }: Reading): Promise<Email> {
  const written = firstValue(part.fields, 'content-type') ?? '';
  const type = /^[\w.+-]+\//.test(written) ? written : 'text/plain';
  const disposition = firstValue(part.fields, 'content-disposition');
  const header = [
    `Content-Type: ${as ?? type}`,
    `Content-Transfer-Encoding: ${part.encoding}`,
    ...(disposition === undefined ? [] : [`Content-Disposition: ${disposition}`]),
  ];
  const message = Buffer.concat([Buffer.from(`${header.join('\r\n')}\r\n\r\n`, 'utf8'), bytes]);
  return PostalMime.parse(message, { forceRfc822Attachments: true, maxNestingDepth: 0 });
}

/** Text that is not the UTF-8 it claims to be is most often Western European. */
async function guessCharset({ part, bytes }: Reading): Promise<string | undefined> {
  const { attachments } = await decode({ part, bytes, as: 'application/octet-stream' });
  const content = bytesOf(attachments[0]?.content ?? '');
  return isUtf8(content) ? undefined : new TextDecoder('windows-1252').decode(content);
}

function describe({ filename, mimeType }: Email['attachments'][number]): { name: string | undefined; type: string } {
  return { name: filename ? decodeWords(filename) : undefined, type: mimeType };
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
