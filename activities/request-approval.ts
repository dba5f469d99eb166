import type { ApprovalOrder, OpenApproval, RequestedApproval } from '#governance/approvals/open.ts';
import type { Database } from '#store/database.ts';

/** Puts a task before the people of a role and tells them; asked twice for one step, the first task stands. */
export function createRequestApproval(parts: { database: Database; openApproval: OpenApproval }) {
  return (order: Omit<ApprovalOrder, 'whileStanding'>): Promise<RequestedApproval> =>
    parts.openApproval(parts.database.direct, { ...order, whileStanding: true });
}
