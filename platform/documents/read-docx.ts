import mammoth from 'mammoth';
import { type ReadDocument, Unreadable } from './block.ts';
import { checkArchive } from './check-archive.ts';
import { readHtml } from './read-html.ts';

/** Reads a Word document by its styles; one that could run something is refused before anything of it is opened. */
export async function readDocx(bytes: Buffer, limits: { inflatedBytes: number }): Promise<ReadDocument> {
  const names = await checkArchive(bytes, limits);
  if (names.some((name) => /vba(?:project|data)/i.test(name)))
    throw new Unreadable('it holds a macro; save it as a document without macros');
  if (!names.includes('word/document.xml')) throw new Unreadable('it is an archive, and no Word document');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      { convertImage: noImage, externalFileAccess: false },
    );
    return readHtml(value);
  } catch (error) {
    throw new Unreadable(
      `it is no Word document that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
