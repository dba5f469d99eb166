import type { Decision } from '#contracts/approval.ts';
import type { AgreedTask, Covering } from '#governance/outbox/agreed-to.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import type { StrikeOut } from './strike-out.ts';

export interface TasksNamed {
  runId: string;
  /** The task whose signed decision covers what is to be done. */
  approvalId: string;
  /** Tasks before it at which others agreed to that. */
  besides?: readonly string[] | undefined;
}

export type DecidedTasks = (
  reads: Transaction,
  named: TasksNamed,
  covers: (decision: Covering) => boolean,
) => Promise<AgreedTask[]>;

/** Reads and verifies the decisions that cover something: that of the last task, then those before it; none where that one does not. */
export function createDecidedTasks(parts: {
  judge(row: ApprovalRow): Promise<Decision>;
  strikeOut: StrikeOut;
}): DecidedTasks {
  return async (reads, { runId, approvalId, besides = [] }, covers) => {
    const last = await decidedTask(reads, approvalId);
    if (!last) return [];
    const before = await Promise.all(besides.map((id) => decidedTask(reads, id)));
    return [last, ...before.filter((task) => task !== undefined)];

    async function decidedTask(tx: Transaction, id: string): Promise<AgreedTask | undefined> {
      const row = await findApproval(tx, id);
      if (row?.runId !== runId) return undefined;
      const decision = await parts.judge(row);
      if (decision.kind === 'void') await parts.strikeOut(tx, row, decision.code);
      return 'action' in decision && covers(decision) ? { row, decision } : undefined;
    }
  };
}
