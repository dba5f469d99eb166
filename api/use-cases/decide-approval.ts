import type { DecideOrder } from '#governance/approvals/decide-order.ts';
import { type ActOnApprovalParts, createActOnApproval } from './act-on-approval.ts';

export interface DecideApprovalParts {
  decide: ActOnApprovalParts<DecideOrder>['act'];
  show: ActOnApprovalParts<DecideOrder>['show'];
}

/** Takes a decision and shows the task as it stands then. */
export function createDecideApproval({ decide, show }: DecideApprovalParts) {
  return createActOnApproval({ act: decide, show });
}
