import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { repositoryRoot } from '#platform/config/index.ts';

const cache = join(repositoryRoot, 'node_modules/.cache');

/** Where the browser of the package lies unpacked, for whoever opens it next too. */
export async function browserFolder(): Promise<string> {
  const folder = join(cache, `chromium-${versionOf('@sparticuz/chromium')}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(`${folder}-`);
  const script = join(import.meta.dirname, 'unpack-chromium.ts');
  await promisify(execFile)(process.execPath, [script], { env: { TMPDIR: own } });
  await writeFile(join(own, 'fonts/fonts.conf'), fontsIn(folder));
  await rename(own, folder).catch(async (error: unknown) => {
    await rm(own, { recursive: true, force: true });
    // Another process may have been first.
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** The package's own configuration names folders of another machine, and a browser without a font ends at the first letter. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

function versionOf(name: string): string {
  const text = readFileSync(join(repositoryRoot, 'node_modules', name, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
