import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const skipped = new Set(['node_modules', '.git', '.baton', 'coverage', 'prisma/client', 'console/dist']);

/** Every file of the project below `root`, as paths with `/`; what is installed, generated or kept as state is left out. */
export async function projectFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  await collect(root, root, found);
  return found.sort();
}

async function collect(root: string, folder: string, found: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = relative(root, join(folder, entry.name)).split(sep).join('/');
    if (skipped.has(path) || skipped.has(entry.name)) continue;
    if (entry.isDirectory()) await collect(root, join(folder, entry.name), found);
    else if (entry.isFile() && !path.includes('.generated.')) found.push(path);
  }
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|cjs|js)$/.test(path);
}
