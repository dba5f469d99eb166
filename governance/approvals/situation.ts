import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import type { VoteRow } from '#store/approval-votes.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** What a person's word meets: the task, its terms, and the words given before it. */
export interface Situation {
  row: ApprovalRow;
  terms: ApprovalTerms;
  /** Those that count now. */
  votes: readonly VoteRow[];
  /** The stage that is asked now. */
  stage: number;
}
