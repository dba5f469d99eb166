import type { Transaction } from '#platform/database/client.ts';

export type InboundMailRow = { fingerprint: string; runId: string | null; ignored: string | null };

export function findInboundMail(tx: Transaction, fingerprint: string): Promise<InboundMailRow | null> {
  return tx.inboundMail.findUnique({ where: { fingerprint } });
}

/** Claims a message; false when it was taken in before. */
export async function insertInboundMail(tx: Transaction, mail: InboundMailRow): Promise<boolean> {
  const inserted = await tx.inboundMail.createMany({ data: [mail], skipDuplicates: true });
  return inserted.count === 1;
}
