import { CliFailure, wrongUse } from './cli-failure.ts';
import { readContent } from './read-content.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a file to the last sign; bytes that are no UTF-8 are named by their place. */
export async function readPlainText(file: string): Promise<string> {
  const bytes = await readContent(file);
  try {
    return strict.decode(bytes);
  } catch {
    throw new CliFailure(
      `${file} is not valid UTF-8 (from byte ${firstWrongByte(bytes)} on): convert it to UTF-8 and hand it in again`,
      { exit: wrongUse },
    );
  }
}

function firstWrongByte(bytes: Uint8Array): number {
  const written = Buffer.from(lenient.decode(bytes), 'utf8');
  return written.findIndex((byte, index) => byte !== bytes[index]);
}
