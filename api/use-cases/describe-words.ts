import type { ApprovalComment, ApprovalDetail } from '#contracts/http/approval.ts';
import { stageAt } from '#governance/approvals/progress.ts';
import { termsOf } from '#governance/approvals/terms.ts';
import { taskCommentPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type CommentRow, listComments } from '#store/approval-comments.ts';
import { listVotes, type VoteRow } from '#store/approval-votes.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Reads } from './database.ts';
import { erased, openFields } from './describe-approval.ts';

/** What people said about a task, and on which they gave their word so far. */
export function createDescribeWords({ reads, seals }: { reads: Reads; seals: Seals }) {
  return async (row: ApprovalRow): Promise<Pick<ApprovalDetail, 'words' | 'comments'>> => {
    const [votes, comments] = await Promise.all([
      row.votes > 0 ? listVotes(reads, row.id) : [],
      listComments(reads, row.id),
    ]);
    const words = votes.map(async (vote) => ({ ...wordOf(row, vote), fields: await openFields(seals, vote) }));
    return { words: await Promise.all(words), comments: await Promise.all(comments.map(commentOf)) };
  };

  async function commentOf({ id, person, at, textSealed }: CommentRow): Promise<ApprovalComment> {
    const opened = await seals.open(textSealed, taskCommentPlace(id));
    const text = opened.kind === 'tombstone' ? erased : String(opened.value);
    return { id, by: person, at: at.toISOString(), text };
  }
}

function wordOf(
  row: ApprovalRow,
  { person, onBehalfOf, decision, stage, digest, at }: VoteRow,
): Omit<ApprovalDetail['words'][number], 'fields'> {
  const isOnThisText = digest === row.digest;
  return {
    by: person,
    onBehalfOf,
    decision,
    stage: stageAt(termsOf(row), stage).name,
    at: at.toISOString(),
    isOnThisText,
  };
}
