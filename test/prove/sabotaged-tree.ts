import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '#platform/config/index.ts';

/** A line of the product that is broken on purpose, in a copy. */
export interface Sabotage {
  file: string;
  find: string;
  replace: string;
}

const parts = [
  ...['activities', 'connectors', 'contracts', 'governance', 'platform', 'prisma', 'store', 'worker', 'workflows'],
  ...['package.json', 'test/stack/worker-child.ts'],
];

/** A copy of what a worker consists of, with one thing broken. What is to be broken has to be there, once. */
export async function copySabotaged({
  file,
  find,
  replace,
}: Sabotage): Promise<{ root: string; remove(): Promise<void> }> {
  const source = await readFile(join(repositoryRoot, file), 'utf8');
  if (source.split(find).length !== 2) throw new Error(`${file} does not hold once what was to be broken: ${find}`);
  const root = await mkdtemp(join(tmpdir(), 'baton-sabotaged-'));
  for (const part of parts) await cp(join(repositoryRoot, part), join(root, part), { recursive: true });
  await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  await writeFile(
    join(root, file),
    source.replace(find, () => replace),
  );
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
