import type { ReasonCode } from '#contracts/approval.ts';
import type { ApprovalTerms, UnfoundedCounts } from '#contracts/approval-terms.ts';
import { leadsAway, unfoundedIn } from '#contracts/claim.ts';
import { claimsOfDraft, type DraftToCheck } from '#governance/grounding/claims-of-draft.ts';

/** What of a draft no record has, counted; nothing where all of it is founded. */
export function unfoundedInDraft(draft: DraftToCheck): UnfoundedCounts | undefined {
  const unfounded = unfoundedIn(claimsOfDraft(draft));
  if (unfounded.length === 0) return undefined;
  return { claims: unfounded.length, leadingAway: unfounded.filter(leadsAway).length };
}

/** Reasons that say less of a draft than that it has something no record has. */
const lesserReasons: ReadonlySet<ReasonCode> = new Set(['every-reply', 'clarification', 'low-confidence']);

export function reasonToAsk(reason: ReasonCode, { unfounded }: Pick<ApprovalTerms, 'unfounded'>): ReasonCode {
  return unfounded && lesserReasons.has(reason) ? 'unfounded-claims' : reason;
}
