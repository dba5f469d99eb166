import { Prisma } from '#prisma/client/client.ts';
import type { ApprovalRow } from './approvals.ts';
import type { Write } from './write-together.ts';

/** A task as it was read: open, after so many votes, claimed by this person or nobody. */
export type ClaimPlace = Pick<ApprovalRow, 'id' | 'votes' | 'claimedBy'>;

/** Gives a task to one person, or to nobody; a claim finds none where it changed since it was read. */
export function moveClaim({ id, votes, claimedBy }: ClaimPlace, { to, at }: { to: string | null; at: Date }): Write {
  return Prisma.sql`
    UPDATE approval SET claimed_by = ${to}, claimed_at = CASE WHEN ${to}::text IS NULL THEN NULL ELSE ${at}::timestamptz END
    FROM gate
    WHERE approval.id = ${id} AND approval.run_id = gate.id AND approval.state = 'open'
      AND coalesce(approval.expires_at, approval.due_at) > ${at}::timestamptz AND approval.votes = ${votes}::int
      AND approval.claimed_by IS NOT DISTINCT FROM ${claimedBy}::text
    RETURNING 1`;
}
