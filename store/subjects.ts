import { newId, type SubjectId } from '#contracts/ids.ts';
import type { Transaction } from '#platform/database/client.ts';

/** The subject known by this keyed hash of an address, made when new. */
export async function ensureSubject(tx: Transaction, addressHash: string): Promise<SubjectId> {
  const [subject] = await tx.$queryRaw<{ id: SubjectId }[]>`
    WITH made AS (
      INSERT INTO subject (id, address_hash)
      SELECT ${newId('subject')}, ${addressHash}
      WHERE NOT EXISTS (SELECT 1 FROM subject WHERE address_hash = ${addressHash})
      ON CONFLICT DO NOTHING RETURNING id)
    SELECT id FROM made UNION ALL SELECT id FROM subject WHERE address_hash = ${addressHash}`;
  if (subject) return subject.id;
  // Somebody else made it while this statement ran, and only the next one sees it.
  const row = await tx.subject.findUniqueOrThrow({ where: { addressHash } });
  return row.id as SubjectId;
}
