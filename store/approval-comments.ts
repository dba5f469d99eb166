import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalComment, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type CommentRow = ApprovalComment;

/** Gives a row where a task is open, under a lock that holds until what depends on it is committed. */
export function approvalIsOpen(id: string): Prisma.Sql {
  return Prisma.sql`SELECT id FROM approval WHERE id = ${id} AND state = 'open' FOR SHARE`;
}

export function insertComment({ id, approvalId, runId, person, textSealed, at }: CommentRow): Write {
  return Prisma.sql`
    INSERT INTO approval_comment (id, approval_id, run_id, person, text_sealed, at)
    SELECT ${id}, ${approvalId}, ${runId}, ${person}, ${textSealed}::bytea, ${at}::timestamptz FROM gate`;
}

/** Comments in the order they were written. */
export function listComments(tx: Transaction, approvalId: string): Promise<CommentRow[]> {
  return tx.approvalComment.findMany({ where: { approvalId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
}
