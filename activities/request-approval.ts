import { AppError } from '#contracts/errors.ts';
import { dueInMs } from '#governance/approvals/due-in.ts';
import type { ApprovalOrder } from '#governance/approvals/open.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Database, Transaction } from '#store/database.ts';

export interface RequestedApproval {
  approvalId: string;
  /** 0 where an earlier execution of the run got its decision. */
  dueInMs: number;
}

/** Puts a task before the people of a role and tells them; asked twice for one step, the first task stands. */
export function createRequestApproval(parts: {
  database: Database;
  openApproval(tx: Transaction, order: ApprovalOrder): Promise<ApprovalRow>;
}) {
  return async (order: ApprovalOrder): Promise<RequestedApproval> => {
    const row = await parts.database.transaction(async (tx) => {
      const standing = await checkStanding(tx, order.step.run);
      if (standing.kind !== 'stands') throw new AppError('run-cancelled', `Nobody is asked any more: ${standing.why}`);
      return parts.openApproval(tx, order);
    });
    return { approvalId: row.id, dueInMs: dueInMs(row) };
  };
}
