import type { ApprovalAct } from '#contracts/approval.ts';
import { isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { findApproval } from '#store/approvals.ts';

/** What somebody wants to do with a task. */
export interface ActOrder {
  approvalId: string;
  by: Person;
}

/** Does something with a task, and writes down where it is refused. */
export function createRecordRefusedAct({ database, ledger }: { database: Database; ledger: Ledger }) {
  return <Order extends ActOrder, Result>(act: ApprovalAct, work: (order: Order) => Promise<Result>) =>
    async (order: Order): Promise<Result> => {
      try {
        return await work(order);
      } catch (error) {
        if (isAppError(error) && error.code !== 'not-found') await record(order, { act, code: error.code });
        throw error;
      }
    };

  function record({ approvalId, by }: ActOrder, why: { act: ApprovalAct; code: string }): Promise<void> {
    return database.transaction(async (tx) => {
      const row = await findApproval(tx, approvalId);
      const run = row ? { runId: row.runId } : {};
      const body = { approval: approvalId, ...why };
      await ledger.append(tx, { kind: 'approval-act-refused', ...run, actor: by.id, body });
    });
  }
}
