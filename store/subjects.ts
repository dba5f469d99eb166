import { newId, type SubjectId } from '#contracts/ids.ts';
import type { Transaction } from '#platform/database/client.ts';

/** The subject known by this keyed hash of an address, made when new. */
export async function ensureSubject(tx: Transaction, addressHash: string): Promise<SubjectId> {
  await tx.subject.createMany({ data: [{ id: newId('subject'), addressHash }], skipDuplicates: true });
  const row = await tx.subject.findUniqueOrThrow({ where: { addressHash } });
  return row.id as SubjectId;
}
