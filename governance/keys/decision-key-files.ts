import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contracts/errors.ts';

const publicEnding = '.pub.pem';
const idPattern = /^dec_[0-9a-f]{32}$/;

/** Makes a pair of signing keys; the private file comes last, so that it never stands without its public one. */
export async function createDecisionKey(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const keyId = decisionKeyId(publicKey);
  await writeWhole(join(folder, `${keyId}${publicEnding}`), publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  await writeWhole(join(folder, `${keyId}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  return keyId;
}

/** The private key written last: the one that signs. */
export async function newestDecisionKeyId(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const ids = names
    .filter((name) => name.endsWith('.pem') && !name.endsWith(publicEnding))
    .map((name) => name.slice(0, -'.pem'.length));
  const dated = await Promise.all(ids.map(async (id) => ({ id, at: (await stat(join(folder, `${id}.pem`))).mtimeMs })));
  return dated.sort((one, other) => other.at - one.at || one.id.localeCompare(other.id))[0]?.id;
}

export async function readDecisionPrivateKey(folder: string, keyId: string): Promise<KeyObject> {
  const file = join(folder, `${keyId}.pem`);
  try {
    const key = createPrivateKey(await readFile(file, 'utf8'));
    if (decisionKeyId(createPublicKey(key)) !== keyId) throw new Error('the file holds another key than its name says');
    return key;
  } catch (cause) {
    throw new AppError(
      'config-invalid',
      `${file} is not the private key that signs decisions: put it back from the backup of the keys folder.`,
      { cause },
    );
  }
}

/** Nothing where no such key is known. */
export async function readDecisionPublicKey(folder: string, keyId: string): Promise<KeyObject | undefined> {
  if (!idPattern.test(keyId)) return undefined;
  const text = await readFile(join(folder, `${keyId}${publicEnding}`), 'utf8').catch(unlessMissing);
  if (text === undefined) return undefined;
  const key = createPublicKey(text);
  return decisionKeyId(key) === keyId ? key : undefined;
}

/** A file that is there and cannot be read now says nothing about the key. */
function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** The id is the fingerprint of the public key, so a file that holds another key than its name says is found out. */
function decisionKeyId(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return `dec_${createHash('sha256').update(der).digest('hex').slice(0, 32)}`;
}

async function writeWhole(file: string, content: string | Buffer, mode: number): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content, { mode, flag: 'wx' });
  await rename(draft, file);
}
