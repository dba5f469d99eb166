import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalVote, Prisma } from '#prisma/client/client.ts';
import type { DecisionPlace } from './approvals.ts';
import type { Write } from './write-together.ts';

export type VoteRow = ApprovalVote;

/** Votes in the order they were given. */
export function listVotes(tx: Transaction, approvalId: string): Promise<VoteRow[]> {
  return tx.approvalVote.findMany({ where: { approvalId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
}

/** Where a task stands after a vote that does not complete it. */
export interface AfterVote {
  stage: number;
  audience: string[];
  digest: string;
  /** The changed text, which is decided on from now on. */
  actionSealed: Uint8Array<ArrayBuffer>;
  editors: string[];
  voters: string[];
}

/**
 * Takes a vote if the task is open, and nobody voted or was asked besides since; a claim finds none where somebody was
 * faster, or has the task for themselves. A task that somebody has is anybody's again after their vote.
 */
export function countVote(
  { id, votes, nextStep }: DecisionPlace & { nextStep: number },
  after: AfterVote & { at: Date; by: readonly string[] },
): Write {
  const { at, by, stage, audience, digest, actionSealed, editors, voters } = after;
  return Prisma.sql`
    UPDATE approval SET votes = votes + 1, stage = ${stage}::int, audience = ${audience}::text[],
      digest = ${digest}, action_sealed = ${actionSealed}::bytea, editors = ${editors}::text[],
      voters = ${voters}::text[], claimed_by = NULL, claimed_at = NULL,
      original_sealed = CASE WHEN digest = ${digest} THEN original_sealed ELSE coalesce(original_sealed, action_sealed) END
    FROM gate
    WHERE approval.id = ${id} AND approval.run_id = gate.id AND approval.state = 'open'
      AND coalesce(approval.expires_at, approval.due_at) > ${at}::timestamptz AND approval.votes = ${votes}::int
      AND approval.next_step = ${nextStep}::int
      AND (approval.claimed_by IS NULL OR approval.claimed_by = ANY(${by}::text[]))
    RETURNING 1`;
}

export function insertVote(vote: VoteRow): Write {
  const { id, approvalId, runId, stage, person, onBehalfOf, decision, digest, actionSealed, commentSealed } = vote;
  const { fieldsSealed, signature, signatureKeyId, at } = vote;
  return Prisma.sql`
    INSERT INTO approval_vote (id, approval_id, run_id, stage, person, on_behalf_of, decision, digest, action_sealed,
      comment_sealed, fields_sealed, signature, signature_key_id, at)
    SELECT ${id}, ${approvalId}, ${runId}, ${stage}::int, ${person}, ${onBehalfOf}, ${decision}, ${digest},
      ${actionSealed}::bytea, ${commentSealed}::bytea, ${fieldsSealed}::bytea, ${signature}::bytea, ${signatureKeyId}, ${at}::timestamptz
    FROM gate`;
}
