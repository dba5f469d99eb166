import type { Transaction } from '#platform/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

export interface PinnedText {
  hash: string;
  name: string;
  text: string;
}

/**
 * Keeps what a run relies on, once per content: the texts first, so that where the snapshot is they are too. True
 * where it was kept before.
 */
export async function ensureSnapshot(
  tx: Transaction,
  pinned: { hash: string; process: string; content: Prisma.InputJsonValue; texts: readonly PinnedText[] },
): Promise<boolean> {
  if (await tx.snapshot.findUnique({ where: { hash: pinned.hash }, select: { hash: true } })) return true;
  await tx.registryText.createMany({ data: [...pinned.texts], skipDuplicates: true });
  await tx.snapshot.createMany({
    data: [{ hash: pinned.hash, process: pinned.process, content: pinned.content }],
    skipDuplicates: true,
  });
  return false;
}

export async function findSnapshot(tx: Transaction, hash: string): Promise<unknown> {
  return (await tx.snapshot.findUnique({ where: { hash } }))?.content;
}

export async function findRegistryText(tx: Transaction, hash: string): Promise<string | undefined> {
  return (await tx.registryText.findUnique({ where: { hash } }))?.text;
}
