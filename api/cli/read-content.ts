import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CliFailure, wrongUse } from './cli-failure.ts';

/** The bytes of a file, or of standard input where the name is `-`. */
export async function readContent(file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return file === '-' ? Buffer.from(await buffer(process.stdin)) : await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const words = code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read (${code})`;
    throw new CliFailure(words, { exit: wrongUse });
  }
}

/** The text of a file without the line break that editors put at its end. */
export async function readTextContent(file: string): Promise<string> {
  return (await readContent(file)).toString('utf8').replace(/\r?\n$/, '');
}
