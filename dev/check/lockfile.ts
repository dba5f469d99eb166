import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Check } from './check.ts';

const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional() })),
});

/** The lockfile installs from whatever registry the machine is set to, so it names versions and hashes and no host. */
export const lockfile: Check = {
  name: 'lockfile without hosts',
  remedy: 'Keep omit-lockfile-registry-resolved=true in .npmrc and write the lockfile again with `npm install`.',
  async run(root) {
    const { packages } = Lockfile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
    const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved?.includes('//'));
    const npmrc = await readFile(join(root, '.npmrc'), 'utf8');
    return [
      ...resolved.map(([name, entry]) => `package-lock.json: ${name} comes from ${entry.resolved}`),
      ...npmrc.split('\n').flatMap((line) => (line.includes('//') ? [`.npmrc names a host: ${line}`] : [])),
    ];
  },
};
