import { join } from 'node:path';
import { inject } from 'vitest';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { childSettings, type Settings } from './child-settings.ts';
import type { Stack } from './open-stack.ts';
import { type Program, spawnProgram } from './spawn-program.ts';

/** The worker as a process of its own, as `npm start` and a server run it. */
export async function spawnWorker(stack: Stack, more: Settings = {}): Promise<Program> {
  const settings = childSettings(stack, { METRICS_PORT: String(await findFreePort()), ...more });
  return spawnProgram(stack, { script: join(repositoryRoot, 'worker/main.ts'), settings });
}

/** The same parts in a process that is up sooner, from this tree or from a copy of it; with workflows of a test, where it hands in their file. */
export async function spawnQuickWorker(
  stack: Stack,
  { root, bundle, settings = {} }: { root?: string; bundle?: string; settings?: Settings } = {},
): Promise<Program> {
  const { bundlePath, folder } = inject('ground');
  // What is compiled of a copy is of no use to anybody later.
  const ofCopy = root === undefined ? {} : { NODE_COMPILE_CACHE: join(folder, 'compiled') };
  return spawnProgram(stack, {
    script: join(root ?? repositoryRoot, 'test/stack/worker-child.ts'),
    args: [bundle ?? bundlePath],
    settings: childSettings(stack, { METRICS_PORT: String(await findFreePort()), ...ofCopy, ...settings }),
  });
}
