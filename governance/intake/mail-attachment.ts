import type { MailFlags } from './mail-flags.ts';
import type { MailAttachment } from './mail-reading.ts';
import type { PartContent } from './part-content.ts';
import { tidyLine } from './tidy.ts';

const archiveName = /\.(zip|zipx|rar|7z|tar|tgz|gz|bz2|xz|zst|cab|arj|lzh|ace|iso|img|jar)$/i;
const archiveType =
  /^application\/(x-)?(zip|zip-compressed|rar|vnd\.rar|7z-compressed|tar|gzip|gtar|bzip2?|xz|zstd|iso9660-image|compressed)$/;

const archiveStarts = ['504b0304', '504b0506', '52617221', '377abcaf', '1f8b', '425a68', 'fd377a58'];
const documentName = /\.(docx|xlsx|pptx|odt|ods|odp|epub|pages|numbers|key)$/i;

type Attached = Extract<PartContent, { kind: 'attachment' }>;

/** Name, type and size of what was attached. Archives are never opened, only pointed out. */
export function readAttachment(found: Attached, { size, flags }: { size: number; flags: MailFlags }): MailAttachment {
  const name = flags.take('name of an attachment', tidyLine(found.name ?? '', 200)) || 'unnamed';
  const type = tidyLine(found.type, 255).value || 'application/octet-stream';
  if (isArchive({ name, type, start: found.start })) {
    const kind = isEncryptedZip(found.start) ? 'an encrypted archive' : 'an archive';
    flags.add(`${name} is ${kind} and was not opened`);
  }
  if (type === 'message/rfc822') flags.add('Another message is attached; it was not read');
  return { name, type, size };
}

function isArchive({ name, type, start }: Omit<Attached, 'kind' | 'name'> & { name: string }): boolean {
  if (archiveName.test(name) || archiveType.test(type)) return true;
  const first = Buffer.from(start.subarray(0, 4)).toString('hex');
  return !documentName.test(name) && archiveStarts.some((signature) => first.startsWith(signature));
}

/** A zip says so in the flags of its first entry. */
function isEncryptedZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4 && ((start[6] ?? 0) & 1) === 1;
}
