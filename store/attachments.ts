import type { Transaction } from '#platform/database/client.ts';
import { type Attachment, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type AttachmentRow = Attachment;

export type NewAttachment = Pick<AttachmentRow, 'runId' | 'sha256' | 'contentSealed'>;

/** Keeps a file of a run. The same bytes made once more take the place of whatever stands under their hash. */
export function putAttachment({ runId, sha256, contentSealed }: NewAttachment): Write {
  return Prisma.sql`
    INSERT INTO attachment (run_id, sha256, content_sealed)
    SELECT ${runId}, ${sha256}, ${contentSealed}::bytea FROM gate
    ON CONFLICT (run_id, sha256) DO UPDATE SET content_sealed = excluded.content_sealed`;
}

export function findAttachment(
  tx: Transaction,
  { runId, sha256 }: Pick<AttachmentRow, 'runId' | 'sha256'>,
): Promise<AttachmentRow | null> {
  return tx.attachment.findUnique({ where: { runId_sha256: { runId, sha256 } } });
}
