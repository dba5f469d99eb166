import type { DecisionChoice } from '#contracts/approval.ts';
import { isOwning } from '#contracts/owning.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** Whether a decision is one for this task at all, whoever gives it. */
export function takesDecision({ point, editable }: ApprovalRow, decision: DecisionChoice): boolean {
  switch (decision) {
    case 'approve':
    case 'reject':
      return true;
    case 'edit':
      return editable.length > 0;
    case 'ask':
      return editable.includes('text');
    case 'take-over':
      // Where a message may have left already, it has to be said whether it did; an enquiry is owned, or handed on.
      return point !== 'unconfirmed' && !isOwning(point);
  }
}
