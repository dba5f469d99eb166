import type { Transaction } from '#platform/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

export interface PinnedText {
  hash: string;
  name: string;
  text: string;
}

/** Keeps what a run relies on, once per content. */
export async function insertSnapshot(
  tx: Transaction,
  pinned: { hash: string; process: string; content: Prisma.InputJsonValue; texts: readonly PinnedText[] },
): Promise<void> {
  await tx.snapshot.createMany({
    data: [{ hash: pinned.hash, process: pinned.process, content: pinned.content }],
    skipDuplicates: true,
  });
  await tx.registryText.createMany({ data: [...pinned.texts], skipDuplicates: true });
}

export async function findSnapshot(tx: Transaction, hash: string): Promise<unknown> {
  return (await tx.snapshot.findUnique({ where: { hash } }))?.content;
}

export async function findRegistryText(tx: Transaction, hash: string): Promise<string | undefined> {
  return (await tx.registryText.findUnique({ where: { hash } }))?.text;
}
