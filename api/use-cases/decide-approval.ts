import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import type { DecideOrder } from '#governance/approvals/decide-order.ts';
import type { ApprovalRow } from '#store/approvals.ts';

export interface DecideApprovalParts {
  decide(order: DecideOrder): Promise<ApprovalRow>;
  show(by: Person, id: string): Promise<ApprovalDetail>;
}

/** Takes a decision and shows the task as it stands then. */
export function createDecideApproval(parts: DecideApprovalParts) {
  return async (order: DecideOrder): Promise<ApprovalDetail> => {
    await parts.decide(order);
    return parts.show(order.by, order.approvalId);
  };
}
