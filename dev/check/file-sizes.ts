import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { isCode, projectFiles } from './source-files.ts';

/** How many lines a file may have, by where it lives; the first match counts. */
const limits = [
  { files: /^workflows\/processes\//, lines: 120 },
  { files: /^test\//, lines: 400 },
  { files: /^/, lines: 250 },
];

export const fileSizes: Check = {
  name: 'file sizes',
  remedy: 'Cut the file by noun: two things live in it. A process that is too long lacks a step.',
  async run(root) {
    const files = (await projectFiles(root)).filter(isCode);
    const problems = await Promise.all(files.map((path) => tooLong(root, path)));
    return problems.flat();
  },
};

async function tooLong(root: string, path: string): Promise<readonly string[]> {
  const lines = (await readFile(join(root, path), 'utf8')).trimEnd().split('\n').length;
  const limit = limits.find(({ files }) => files.test(path))?.lines ?? 0;
  return lines > limit ? [`${path} has ${lines} lines, at most ${limit} are allowed`] : [];
}
