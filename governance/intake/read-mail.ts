import { decodeWords } from 'postal-mime';
import { mailLimits } from './limits.ts';
import { readBody } from './mail-body.ts';
import { firstValue, type MailFields, valuesOf } from './mail-fields.ts';
import { createMailFlags, type MailFlags } from './mail-flags.ts';
import { type MailReading, type ReadMail, type UnreadableMail, unreadable } from './mail-reading.ts';
import { readSender, type Sender } from './mail-sender.ts';
import { type MailSigns, signsOf } from './mail-signs.ts';
import { type SplitMail, splitMail } from './split-mail.ts';
import { readMessageIds, readThread } from './thread-ids.ts';
import { tidyLine, tidyText } from './tidy.ts';

const textLength = 200_000;
const subjectLength = 998;
const nameLength = 200;

/** Reads raw bytes from anybody. Never throws; what it cannot read for certain it says so of. */
export async function readMail(raw: Uint8Array): Promise<MailReading> {
  if (raw.byteLength > mailLimits.bytes) {
    return unreadable('mail-too-large', `It is larger than ${mailLimits.bytes / 1024 / 1024} MB`);
  }
  const split = splitMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  if (split.kind === 'unreadable') return split;
  const { fields, type } = split.top;
  const [messageId] = readMessageIds(firstValue(fields, 'message-id') ?? '');
  const signs = signsOf(fields, { type: type.value, ...(messageId !== undefined && { messageId }) });
  const sender = readSender(valuesOf(fields, 'from'));
  if (sender.kind === 'unreadable') return { ...sender, signs };
  return readLetter({ split, sender, signs });
}

interface Found {
  split: SplitMail;
  sender: Sender;
  signs: MailSigns;
}

async function readLetter({ split, sender, signs }: Found): Promise<ReadMail | UnreadableMail> {
  const { fields } = split.top;
  const flags = createMailFlags();
  const subject = decodeWords((firstValue(fields, 'subject') ?? '').slice(0, mailLimits.headerLine));
  if (/[\r\n]/.test(subject + (sender.name ?? ''))) {
    return { ...unreadable('mail-header-injection', 'Its Subject or its From holds a line break'), signs };
  }
  flagOddities(flags, { split, signs });
  const body = await readBody(split.parts, flags);
  const name = flags.take('name of the sender', tidyLine(sender.name ?? '', nameLength));
  const text = flags.take('text', tidyText(body.text, textLength));
  if (text === '') flags.add('The message has no text');
  return {
    kind: 'mail',
    from: sender.address,
    ...(name !== '' && { name }),
    subject: flags.take('subject', tidyLine(subject, subjectLength)),
    text,
    ...threadOf(fields, signs),
    attachments: body.attachments,
    ...sentAtOf(fields),
    signs,
    flags: flags.list(),
  };
}

function threadOf(
  fields: MailFields,
  { messageId }: MailSigns,
): Pick<ReadMail, 'messageId' | 'inReplyTo' | 'references'> {
  const written = firstValue(fields, 'in-reply-to') ?? '';
  const [inReplyTo] = readMessageIds(written);
  const references = readThread({ references: firstValue(fields, 'references') ?? '', inReplyTo: written });
  return { ...(messageId !== undefined && { messageId }), ...(inReplyTo !== undefined && { inReplyTo }), references };
}

function sentAtOf(fields: MailFields): Pick<ReadMail, 'sentAt'> {
  const date = firstValue(fields, 'date');
  return date === undefined ? {} : { sentAt: date };
}

function flagOddities(flags: MailFlags, { split, signs }: Omit<Found, 'sender'>): void {
  const { isCutOff, hasLegacyHeader } = split;
  const { fields } = split.top;
  if (isCutOff) flags.add('The message ends in the middle of a part');
  if (hasLegacyHeader) flags.add('The header is not in UTF-8; it was read as Western European');
  if (Number.isNaN(Date.parse(firstValue(fields, 'date') ?? ''))) flags.add('The date is missing or cannot be read');
  if (signs.messageId === undefined) flags.add('It has no Message-ID that a reply could name');
  for (const name of ['subject', 'date', 'message-id']) {
    if (valuesOf(fields, name).length > 1) flags.add(`The field ${name} is there more than once; the first counts`);
  }
}
