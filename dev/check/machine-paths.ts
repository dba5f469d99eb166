import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { projectFiles } from './source-files.ts';

/** Absolute paths that exist on one machine only; `/home/node` is the user inside the container image. */
const machinePath =
  /(?<![\w.$)}\]-])(?:\/(?:work|root|mnt)\/\w|\/(?:home\/(?!node\b)|Users\/|tmp\/)\w|[A-Z]:\\Users\\)/;

export const machinePaths: Check = {
  name: 'no machine paths',
  remedy: 'Make the path relative to the project, ask node:os for the temporary folder, or take it from a setting.',
  async run(root) {
    const files = (await projectFiles(root)).filter((path) => path !== 'package-lock.json' && path !== '.env');
    const problems = await Promise.all(files.map((path) => pathsIn(root, path)));
    return problems.flat();
  },
};

async function pathsIn(root: string, path: string): Promise<readonly string[]> {
  const content = await readFile(join(root, path));
  if (content.includes(0)) return [];
  const lines = content.toString().split('\n');
  return lines.flatMap((line, index) => {
    const found = machinePath.exec(line)?.[0];
    return found === undefined ? [] : [`${path}:${index + 1} names ${found}…`];
  });
}
