import type { Transaction } from '#platform/database/client.ts';
import type { Payload } from '#prisma/client/client.ts';

export type PayloadRow = Payload;

export interface NewPayload {
  id: string;
  runId: string | null;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Keeps a payload once; the same id a second time changes nothing. */
export async function putPayload(tx: Transaction, payload: NewPayload): Promise<void> {
  await tx.payload.createMany({ data: [payload], skipDuplicates: true });
}

export function findPayload(tx: Transaction, id: string): Promise<PayloadRow | null> {
  return tx.payload.findUnique({ where: { id } });
}
