import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Why the bytes of a file are not those that were frozen, by the hash that lies beside it; nothing where they are. */
export async function changedSinceFrozen(path: string, bytes: Uint8Array): Promise<string | undefined> {
  const frozenPath = path.replace(/\.[a-z]+$/, '.sha256');
  const frozen = (await readFile(frozenPath, 'utf8')).trim();
  const found = createHash('sha256').update(bytes).digest('hex');
  if (frozen === found) return undefined;
  return `${path} is not what was frozen: its SHA-256 is ${found}, ${frozenPath} says ${frozen}. Take the frozen file back; a new set gets a new file`;
}
