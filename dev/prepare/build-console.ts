// Builds what browsers get of the console. The one before is served until this one is there.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'vite';

/** How long open pages may still ask for the files of the build before. */
const keptForMs = 3_600_000;

/** Puts the built console into `console/dist`. */
export async function buildConsole(root: string): Promise<void> {
  const made = await mkdtemp(join(root, 'node_modules/.baton-console-'));
  try {
    const configFile = join(root, 'console/vite.config.ts');
    await build({ configFile, logLevel: 'warn', build: { outDir: made, emptyOutDir: true } });
    await packAssets(join(made, 'assets'));
    await putInPlace(made, join(root, 'console/dist'));
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/** A packed copy beside each file, so that no request has to pack it. */
async function packAssets(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const packed = await promisify(gzip)(await readFile(join(folder, file)), { level: 9 });
    await writeFile(join(folder, `${file}.gz`), packed);
  }
}

/** Two builds may end at the same moment: each file is there whole, and the page names its files last. */
async function putInPlace(made: string, place: string): Promise<void> {
  await mkdir(join(place, 'assets'), { recursive: true });
  const files = await readdir(join(made, 'assets'));
  for (const file of files) await putFile(join(made, 'assets', file), join(place, 'assets', file));
  await putFile(join(made, 'index.html'), join(place, 'index.html'));
  await removeOld(join(place, 'assets'), new Set(files));
}

async function putFile(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  await copyFile(from, unfinished);
  await rename(unfinished, to);
}

async function removeOld(folder: string, current: ReadonlySet<string>): Promise<void> {
  const others = (await readdir(folder)).filter((file) => !current.has(file));
  for (const file of others) {
    const { mtimeMs } = await stat(join(folder, file));
    if (Date.now() - mtimeMs > keptForMs) await rm(join(folder, file), { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildConsole(resolve(process.argv[2] ?? join(import.meta.dirname, '../..')));
}
