import { type DocumentKind, type ReadDocument, Unreadable } from './block.ts';
import { kindOf } from './kind-of.ts';
import type { DocumentToRead, Reading } from './read-document.ts';

/** Reads a document where it is called: only in a thread of its own, as nobody knows what it holds. */
export async function readBytes({ fileName, limits, ...document }: DocumentToRead): Promise<Reading> {
  try {
    const bytes = Buffer.from(document.bytes);
    const kind = kindOf(fileName, bytes);
    const { blocks } = await blocksIn(kind, { bytes, limits });
    if (blocks.every((block) => block.kind === 'heading')) throw new Unreadable('it holds no text');
    return { kind: 'read', document: { kind, blocks } };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', why: error.message };
    throw error;
  }
}

/** Each reader is loaded for what it reads alone: they are large. */
async function blocksIn(
  kind: DocumentKind,
  { bytes, limits }: { bytes: Buffer; limits: DocumentToRead['limits'] },
): Promise<ReadDocument> {
  switch (kind) {
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(bytes.toString('utf8'));
    case 'html':
      return (await import('./read-html.ts')).readHtml(bytes.toString('utf8'));
    case 'csv':
      return (await import('./read-csv.ts')).readCsv(bytes.toString('utf8'));
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(new Uint8Array(bytes));
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes, limits);
  }
}
