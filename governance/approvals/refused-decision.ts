import type { DecisionChoice } from '#contracts/approval.ts';
import type { ErrorCode } from '#contracts/errors.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
import type { ApprovalRow } from '#store/approvals.ts';

export interface RefusedDecision {
  by: string;
  decision: DecisionChoice;
  code: ErrorCode;
}

/** What the ledger says of a decision that was refused. */
export function refusedDecision(
  { id: approval, runId }: Pick<ApprovalRow, 'id' | 'runId'>,
  { by: actor, decision, code }: RefusedDecision,
): LedgerRecord {
  return { kind: 'decision-refused', runId, actor, body: { approval, decision, code } };
}
