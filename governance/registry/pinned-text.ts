import { AppError } from '#contracts/errors.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findRegistryText } from '#store/snapshots.ts';

/** The stored text of a pinned prompt, exactly as its hash names it. */
export async function readPinnedText(
  tx: Transaction,
  prompt: { name: string; version: number; hash: string },
): Promise<string> {
  const text = await findRegistryText(tx, prompt.hash);
  const named = `prompt ${prompt.name} v${prompt.version}`;
  if (text === undefined) throw new AppError('not-registered', `The text of ${named} is not stored`);
  if (sha256Hex(text) === prompt.hash) return text;
  throw new AppError('seal-broken', `The stored text of ${named} is not the one pinned`);
}
