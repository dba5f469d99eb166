import type { Decision } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import type { RunReference } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, closeApproval, findApproval } from '#store/approvals.ts';
import { typedFields } from './form-at.ts';
import type { StrikeOut } from './strike-out.ts';

export interface SettleOrder {
  run: RunReference;
  approvalId: string;
  /** The task a signal named, which anybody may have sent. */
  named?: string;
  /** What made the process look: a signal, the deadline, or the end of the run. */
  because: 'signal' | 'deadline' | 'end';
}

/** Asks the row what stands. At a deadline or an end an open task is closed first; then the row is followed. */
export function createSettleWithin(parts: {
  ledger: Ledger;
  judge: (row: ApprovalRow) => Promise<Decision>;
  strikeOut: StrikeOut;
}) {
  return async (tx: Transaction, order: SettleOrder): Promise<Decision> => {
    const { approvalId, run } = order;
    await closeIfOver(tx, order);
    const row = await findApproval(tx, approvalId);
    if (!row || row.runId !== run.id) throw new AppError('not-found', `Run ${run.id} has no approval ${approvalId}`);
    const decision = await parts.judge(row);
    await recordIgnored(tx, order, decision);
    if (decision.kind === 'void') await parts.strikeOut(tx, row, decision.code);
    return 'fields' in decision && decision.fields
      ? { ...decision, fields: typedFields(row, decision.fields) }
      : decision;
  };

  async function closeIfOver(tx: Transaction, { approvalId, because, run }: SettleOrder): Promise<void> {
    if (because === 'signal') return;
    const state = because === 'deadline' ? 'expired' : 'withdrawn';
    if (!(await closeApproval(tx, approvalId, state))) return;
    await parts.ledger.append(tx, { kind: 'approval-closed', ...authorOf(run), body: { approval: approvalId, state } });
  }

  async function recordIgnored(tx: Transaction, order: SettleOrder, decision: Decision): Promise<void> {
    const why = order.because === 'signal' ? whyIgnored(order, decision) : undefined;
    if (!why) return;
    const { approvalId: approval, named = approval } = order;
    const body = { approval, ...(named === approval ? {} : { named }), why };
    await parts.ledger.append(tx, { kind: 'signal-ignored', ...authorOf(order.run), body });
  }
}

function authorOf(run: RunReference): { runId: string; actor: string } {
  return { runId: run.id, actor: `process:${run.process}` };
}

function whyIgnored({ named, approvalId }: SettleOrder, decision: Decision): string | undefined {
  if (named !== undefined && named !== approvalId)
    return 'a signal came that names another task than the one waited for';
  return decision.kind === 'open' ? 'a signal came, but nobody has decided' : undefined;
}
