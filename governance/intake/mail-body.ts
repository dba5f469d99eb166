import { readHtml } from './html-text.ts';
import { mailLimits } from './limits.ts';
import { readAttachment } from './mail-attachment.ts';
import type { MailFlags } from './mail-flags.ts';
import type { MailAttachment } from './mail-reading.ts';
import { type PartContent, readPartContent } from './part-content.ts';
import { hasKnownCharset, measurePart } from './part-flaws.ts';
import type { MailPart } from './split-mail.ts';

export interface MailBody {
  text: string;
  attachments: readonly MailAttachment[];
}

interface Words {
  kind: 'text' | 'html';
  content: string;
  alternative?: number;
}

interface FoundWords {
  content: Exclude<PartContent, { kind: 'attachment' }>;
  part: MailPart;
  flags: MailFlags;
}

/** The words of a message from all its parts, and what was attached to them. */
export async function readBody(parts: readonly MailPart[], flags: MailFlags): Promise<MailBody> {
  const left = { bytes: mailLimits.textBytes, lines: mailLimits.textLines };
  const words: Words[] = [];
  const attachments: MailAttachment[] = [];
  for (const part of parts) {
    const content = await readPartContent(part, left);
    const { size, isMalformed } = measurePart(part);
    if (isMalformed) flags.add(`The ${content.kind} has a malformed ${part.encoding} encoding`);
    if (content.kind === 'attachment') attachments.push(readAttachment(content, { size, flags }));
    else words.push(wordsOf({ content, part, flags }));
  }
  const texts = withoutOtherVersions(words).map((version) => plainOf(version, flags));
  return { text: texts.join('\n\n'), attachments };
}

function wordsOf({ content: found, part, flags }: FoundWords): Words {
  const { kind, content, isCut, isGuessed } = found;
  if (isCut) flags.add('The text was too long and is cut off');
  if (isGuessed) flags.add('The text is not in the charset it names; it was read as Western European');
  if (!hasKnownCharset(part)) flags.add('The text names a charset that is not known');
  return { kind, content, ...(part.alternative !== undefined && { alternative: part.alternative }) };
}

/** Of the versions of the same words, the plain one; the page where nothing plain was written. */
function withoutOtherVersions(words: readonly Words[]): Words[] {
  const plainOnes = new Set(words.filter(isPlain).map(({ alternative }) => alternative));
  return words.filter((one) => {
    if (one.alternative === undefined) return true;
    return plainOnes.has(one.alternative) ? isPlain(one) : one.kind === 'html';
  });
}

function isPlain({ kind, content }: Words): boolean {
  return kind === 'text' && content.trim() !== '';
}

function plainOf({ kind, content }: Words, flags: MailFlags): string {
  if (kind === 'text') return content.trimEnd();
  const { text, isCut, hidesText } = readHtml(content);
  if (isCut) flags.add('The text was too long and is cut off');
  if (hidesText) flags.add('The page hid text from its reader; the hidden text was left out');
  return text;
}
