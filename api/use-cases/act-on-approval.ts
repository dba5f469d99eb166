import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import type { ReassignOrder } from '#governance/approvals/claim.ts';
import type { CommentOrder } from '#governance/approvals/comment.ts';
import type { ActOrder } from '#governance/approvals/record-refused-act.ts';
import type { ApprovalRow } from '#store/approvals.ts';

export interface ActOnApprovalParts<Order> {
  act(order: Order): Promise<ApprovalRow>;
  show(by: Person, row: ApprovalRow): Promise<ApprovalDetail>;
}

type ActOnApproval<Order> = (order: Order) => Promise<ApprovalDetail>;
/** Takes a task, or gives it up. */
export type ClaimApproval = ActOnApproval<ActOrder>;
export type ReassignApproval = ActOnApproval<ReassignOrder>;
export type CommentOnApproval = ActOnApproval<CommentOrder>;

/** Does something with a task and shows it as it stands then. */
export function createActOnApproval<Order extends { by: Person }>(
  parts: ActOnApprovalParts<Order>,
): ActOnApproval<Order> {
  return async (order) => parts.show(order.by, await parts.act(order));
}
