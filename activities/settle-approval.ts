import type { Decision } from '#contracts/approval.ts';
import type { SettleOrder } from '#governance/approvals/settle.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Asks the approval's row what stands; at a deadline or an end it closes an open task first. */
export function createSettleApproval(parts: {
  database: Database;
  settle(tx: Transaction, order: SettleOrder): Promise<Decision>;
}) {
  return (order: SettleOrder): Promise<Decision> => {
    // A signal only makes the process look: nothing is closed, so there is nothing to hold together.
    if (order.because === 'signal') return parts.settle(parts.database.direct, order);
    return parts.database.transaction((tx) => parts.settle(tx, order));
  };
}
