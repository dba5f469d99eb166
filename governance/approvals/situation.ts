import type { DecisionFields } from '#contracts/approval-form.ts';
import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import type { VoteRow } from '#store/approval-votes.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** A vote with what the form of the task asked for. */
export type CastVote = VoteRow & { fields?: DecisionFields | undefined };

/** What a person's word meets: the task, its terms, and the words given before it. */
export interface Situation {
  row: ApprovalRow;
  terms: ApprovalTerms;
  /** Those that count now: on the fields given last. */
  votes: readonly CastVote[];
  /** The stage that is asked now. */
  stage: number;
}
