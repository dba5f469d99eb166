import type { VoidCode } from '#contracts/approval.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, voidApproval } from '#store/approvals.ts';
import { writeTogether } from '#store/write-together.ts';

export type StrikeOut = (tx: Transaction, row: ApprovalRow, code: VoidCode) => Promise<void>;

/** Marks a decision that does not hold. What the row claims stays in it for whoever looks into this. */
export function createStrikeOut({ ledger }: { ledger: Ledger }): StrikeOut {
  return async (tx, row, code) => {
    const { id, process, runId, state } = row;
    const body = { approval: id, state, code };
    const entry = { kind: 'decision-void', runId, actor: `process:${process}`, body } as const;
    await writeTogether(tx, { claim: voidApproval(row, code), writes: [await ledger.entries(entry)] });
  };
}
