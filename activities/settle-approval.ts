import type { Decision } from '#contracts/approval.ts';
import type { SettleOrder } from '#governance/approvals/settle.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Asks the approval's row what stands; at a deadline or an end it closes an open task first. */
export function createSettleApproval(parts: {
  database: Database;
  settle(tx: Transaction, order: SettleOrder): Promise<Decision>;
}) {
  return (order: SettleOrder): Promise<Decision> => parts.database.transaction((tx) => parts.settle(tx, order));
}
