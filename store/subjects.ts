import { newId, type SubjectId } from '#contracts/ids.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** The subject known by this keyed hash of an address, made when new. */
export async function ensureSubject(tx: Transaction, addressHash: string): Promise<SubjectId> {
  const [subject] = await query<{ id: SubjectId }>(
    tx,
    Prisma.sql`
    WITH made AS (
      INSERT INTO subject (id, address_hash)
      SELECT ${newId('subject')}, ${addressHash}
      WHERE NOT EXISTS (SELECT 1 FROM subject WHERE address_hash = ${addressHash})
      ON CONFLICT DO NOTHING RETURNING id)
    SELECT id FROM made UNION ALL SELECT id FROM subject WHERE address_hash = ${addressHash}`,
  );
  if (subject) return subject.id;
  // Somebody else made it while this statement ran, and only the next one sees it.
  const row = await tx.subject.findUniqueOrThrow({ where: { addressHash } });
  return row.id as SubjectId;
}

export async function isSubject(tx: Transaction, addressHash: string): Promise<boolean> {
  const found = await query(tx, Prisma.sql`SELECT 1 FROM subject WHERE address_hash = ${addressHash}`);
  return found.length > 0;
}

export interface SubjectOfRun {
  addressHash: string;
  /** A reply or a question reached them once, in this run or in another. */
  wasWrittenTo: boolean;
}

/** The person a run is about. */
export async function findSubjectOfRun(tx: Transaction, runId: string): Promise<SubjectOfRun | undefined> {
  const [subject] = await query<SubjectOfRun>(
    tx,
    Prisma.sql`
    SELECT subject.address_hash AS "addressHash", EXISTS (
      SELECT 1 FROM run other JOIN outbox_message message ON message.run_id = other.id
      LEFT JOIN question ON question.message_id = message.message_id
      WHERE other.subject_id = subject.id AND message.state = 'sent'
        AND (message.message_class = 'reply' OR question.asked_of = 'customer')) AS "wasWrittenTo"
    FROM run JOIN subject ON subject.id = run.subject_id WHERE run.id = ${runId}`,
  );
  return subject;
}
