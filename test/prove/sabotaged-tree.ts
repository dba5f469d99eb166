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
  ...['activities', 'api', 'connectors', 'contracts', 'governance', 'platform', 'prisma', 'store', 'worker'],
  ...['workflows', 'package.json', 'test/stack/worker-child.ts'],
];

/** A copy of what the worker and the API consist of, with things broken. What is to be broken has to be there, once. */
export async function copySabotaged(
  ...sabotages: readonly Sabotage[]
): Promise<{ root: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'baton-sabotaged-'));
  for (const part of parts) await cp(join(repositoryRoot, part), join(root, part), { recursive: true });
  await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const sabotage of sabotages) await breakIn(root, sabotage);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

async function breakIn(root: string, { file, find, replace }: Sabotage): Promise<void> {
  const source = await readFile(join(root, file), 'utf8');
  if (source.split(find).length !== 2) throw new Error(`${file} does not hold once what was to be broken: ${find}`);
  await writeFile(
    join(root, file),
    source.replace(find, () => replace),
  );
}
