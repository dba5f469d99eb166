import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { sha256Hex } from '#platform/canonical/digest.ts';
import type { PostgresPrograms } from './postgres-programs.ts';
import { ancestorsOf, mayPass, type SystemUser } from './postgres-user.ts';

/** The same programs where the user may run them: a clone under a closed folder, such as root's home, gets a copy outside. */
export async function withinReach(programs: PostgresPrograms, user: SystemUser | undefined): Promise<PostgresPrograms> {
  if (!user || ancestorsOf(dirname(programs.postgres)).every((folder) => mayPass(folder, user))) return programs;
  const original = dirname(dirname(programs.postgres));
  const copy = join(
    tmpdir(),
    `baton-postgres-${sha256Hex(`${original} ${statSync(programs.postgres).mtimeMs}`).slice(0, 16)}`,
  );
  if (!existsSync(copy)) await copyWhole(original, copy);
  const moved = (program: string) => join(copy, relative(original, program));
  return { initdb: moved(programs.initdb), postgres: moved(programs.postgres) };
}

/** Appears whole or not at all: two stacks may copy at once. */
async function copyWhole(original: string, copy: string): Promise<void> {
  const unfinished = await mkdtemp(`${copy}-`);
  await cp(original, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await rename(join(unfinished, 'native'), copy).catch((error: unknown) => {
    if (!existsSync(copy)) throw error;
  });
  await rm(unfinished, { recursive: true, force: true });
}
