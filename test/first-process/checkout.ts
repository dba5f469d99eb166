import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

export interface Checkout {
  /** Puts one text in another's place, which has to stand there exactly once. */
  edit(file: string, change: { before: string; after: string }): Promise<void>;
  /** Runs a line as somebody would type it, and answers what it said; a failure is one of the test. */
  run(line: string): Promise<string>;
  /** Starts what stays in its terminal. */
  start(line: string): ChildProcess;
  remove(): Promise<void>;
}

const leftOut = new Set(['.git', 'node_modules', 'coverage']);
const madeByTests = /^(VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|npm_)/;

/** A working copy of this repository, with the same packages. */
export async function createCheckout(settings: Readonly<Record<string, string>>): Promise<Checkout> {
  const root = await mkdtemp(join(tmpdir(), 'baton-checkout-'));
  const isWanted = (path: string) => !leftOut.has(basename(path)) && !basename(path).startsWith('.baton');
  for (const name of (await readdir(repositoryRoot)).filter(isWanted))
    await cp(join(repositoryRoot, name), join(root, name), { recursive: true, filter: isWanted });
  await linkPackages(root);
  const inherited = Object.entries(loadEnvironment()).filter(([name]) => !madeByTests.test(name));
  const environment = { ...Object.fromEntries(inherited), ...settings };
  const start = (line: string) =>
    spawn(line, { cwd: root, env: environment, shell: true, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  return {
    start,
    edit: async (file, { before, after }) => {
      const path = join(root, file);
      const parts = (await readFile(path, 'utf8')).split(before);
      if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times:\n${before}`);
      await writeFile(path, parts.join(after));
    },
    run: async (line) => {
      const child = start(line);
      const said = Promise.all([text(child.stdout), text(child.stderr)]);
      const [code] = (await once(child, 'close')) as [number | null];
      const words = (await said).join('');
      if (code !== 0) throw new Error(`"${line}" ended with ${code}:\n${words}`);
      return words;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** What is written beside the packages is the checkout's own. */
async function linkPackages(root: string): Promise<void> {
  const from = join(repositoryRoot, 'node_modules');
  const to = join(root, 'node_modules');
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (name.endsWith('.json')) await cp(join(from, name), join(to, name));
    else if (!name.startsWith('.') || name === '.bin') await symlink(join(from, name), join(to, name));
  }
}
