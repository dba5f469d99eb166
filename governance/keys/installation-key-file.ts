import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contracts/errors.ts';

const keyLength = 32;

/** Reads the key that wraps all others from `<folder>/installation.key`; makes it where there is none yet. */
export async function loadInstallationSecret(folder: string): Promise<Uint8Array> {
  const file = join(folder, 'installation.key');
  const text = (await readIfThere(file)) ?? (await createOnce(file));
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length === keyLength && secret.toString('base64') === text.trim()) return secret;
  throw new AppError(
    'config-invalid',
    `${file} must hold ${keyLength} bytes in base64 and does not. Put back the file from the backup of the state folder. ` +
      'Only where there is nothing yet to be read may it be deleted: a new one is then made, and all that was sealed under the old one stays unreadable.',
    { places: [{ pointer: file, detail: `read ${secret.length} bytes` }] },
  );
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new AppError('config-invalid', `${file} cannot be read: make it readable for the account that runs Baton.`, {
      cause,
    });
  }
}

/** Two processes may start at once: the file appears whole or not at all, and the first one stays. */
async function createOnce(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeDurably(draft, `${randomBytes(keyLength).toString('base64')}\n`);
  try {
    await link(draft, file);
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
