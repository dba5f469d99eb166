import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Delivery } from './delivery.ts';

/** What `GET /messages` says about one delivery; `to` is whom it was really delivered to. */
export type Message = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedAt: string;
  readonly attachments: readonly MailAttachment[];
};

export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export async function readMessage(delivery: Delivery): Promise<Message> {
  const { id, envelope } = delivery;
  const email = await parse(delivery.raw);
  return {
    id,
    from: addressOf(email.from) ?? envelope.from,
    to: envelope.to,
    subject: email.subject ?? '',
    text: email.text ?? '',
    ...(email.html !== undefined && { html: email.html }),
    messageId: email.messageId ?? '',
    headers: joinHeaders(email),
    receivedAt: delivery.receivedAt.toISOString(),
    attachments: email.attachments.map(attachmentOf),
  };
}

/** A message that no parser can take apart is still shown, as the text it came as. */
async function parse(raw: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(raw);
  } catch {
    return { headers: [], headerLines: [], attachments: [], text: raw.toString('latin1') };
  }
}

function addressOf(from: Address | undefined): string | undefined {
  return from?.address || from?.group?.[0]?.address || undefined;
}

function attachmentOf({ filename, mimeType, content }: Email['attachments'][number]): MailAttachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: filename ?? '(no name)', mediaType: mimeType, size: bytes.length, sha256 };
}

function joinHeaders({ headers }: Email): Record<string, string> {
  const joined = new Map<string, string>();
  for (const { key, value } of headers) {
    const earlier = joined.get(key);
    joined.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return Object.fromEntries(joined);
}
