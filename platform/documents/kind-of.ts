import { isUtf8 } from 'node:buffer';
import { type DocumentKind, Unreadable } from './block.ts';

const endings: Readonly<Record<string, DocumentKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'docx',
  csv: 'csv',
};

type Content = 'pdf' | 'archive' | 'old-office' | 'html' | 'text' | 'other';

/** What a document is by its name, where its bytes say the same. */
export function kindOf(fileName: string, bytes: Uint8Array): DocumentKind {
  const ending = /\.(?<ending>[a-z0-9]+)$/i.exec(fileName)?.groups?.ending?.toLowerCase() ?? '';
  if (ending === 'docm' || ending === 'dotm')
    throw new Unreadable('it may hold macros; save it as a document without macros (.docx)');
  const kind = endings[ending];
  if (kind === undefined)
    throw new Unreadable(
      `only Markdown, HTML, PDF, DOCX and CSV are read, and its name ends in ${ending ? `.${ending}` : 'nothing'}`,
    );
  const content = contentOf(bytes);
  if (kind === 'docx' && content === 'old-office')
    throw new Unreadable('it is encrypted, or of a Word older than 2007; save it as .docx without a password');
  if (!allowed[kind].includes(content))
    throw new Unreadable(`its name ends in .${ending}, and its content is ${words[content]}`);
  return kind;
}

const allowed: Readonly<Record<DocumentKind, readonly Content[]>> = {
  markdown: ['text', 'html'],
  html: ['html'],
  pdf: ['pdf'],
  docx: ['archive'],
  csv: ['text'],
};

const words: Readonly<Record<Content, string>> = {
  pdf: 'a PDF',
  archive: 'an archive',
  'old-office': 'an old Office file',
  html: 'HTML',
  text: 'plain text',
  other: 'no text in UTF-8',
};

function contentOf(bytes: Uint8Array): Content {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'archive';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'old-office';
  if (bytes.includes(0) || !isUtf8(bytes)) return 'other';
  return /<(?:!doctype html|html|head|body|h[1-6]|p|div|table)\b/i.test(start) ? 'html' : 'text';
}
