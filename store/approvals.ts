import type { Transaction } from '#platform/database/client.ts';
import type { Approval } from '#prisma/client/client.ts';

export type ApprovalRow = Approval;

export type NewApproval = Pick<
  ApprovalRow,
  | 'id'
  | 'runId'
  | 'stepKey'
  | 'process'
  | 'point'
  | 'role'
  | 'team'
  | 'reasonCode'
  | 'digest'
  | 'actionSealed'
  | 'evidenceSealed'
  | 'evidenceDigest'
  | 'editable'
  | 'startedBy'
  | 'dueAt'
>;

/** Opens a task once per step key and returns the row that stands. */
export async function ensureApproval(
  tx: Transaction,
  approval: NewApproval,
): Promise<{ row: ApprovalRow; created: boolean }> {
  const { id, runId, stepKey, process, point, role, team, reasonCode, startedBy, dueAt, editable } = approval;
  const { digest, actionSealed, evidenceSealed, evidenceDigest } = approval;
  const inserted = await tx.$executeRaw`
    INSERT INTO approval (id, run_id, step_key, process, point, state, role, team, reason_code, started_by, opened_at,
      due_at, editable, digest, action_sealed, evidence_sealed, evidence_digest)
    VALUES (${id}, ${runId}, ${stepKey}, ${process}, ${point}, 'open', ${role}, ${team}, ${reasonCode}, ${startedBy},
      clock_timestamp(), ${dueAt}, ${editable}, ${digest}, ${actionSealed}, ${evidenceSealed}, ${evidenceDigest})
    ON CONFLICT DO NOTHING`;
  const row = await tx.approval.findUniqueOrThrow({ where: { stepKey } });
  return { row, created: inserted === 1 };
}

export function findApproval(tx: Transaction, id: string): Promise<ApprovalRow | null> {
  return tx.approval.findUnique({ where: { id } });
}

export interface DecisionColumns {
  state: string;
  decision: string;
  decidedBy: string;
  decidedAt: Date;
  decidedDigest: string;
  decidedActionSealed: Uint8Array<ArrayBuffer> | null;
  commentSealed: Uint8Array<ArrayBuffer> | null;
  signature: Uint8Array<ArrayBuffer>;
  signatureKeyId: string;
}

/** Writes a decision if the task is open and its time is not over; the first one wins. */
export async function decideApproval(tx: Transaction, id: string, decision: DecisionColumns): Promise<boolean> {
  const changed = await tx.approval.updateMany({
    where: { id, state: 'open', dueAt: { gt: decision.decidedAt } },
    data: decision,
  });
  return changed.count === 1;
}

/** Closes an open task without a decision; whoever reads the row next sees what stands. */
export async function closeApproval(tx: Transaction, id: string, state: 'expired' | 'withdrawn'): Promise<boolean> {
  const changed = await tx.approval.updateMany({
    where: { id, state: 'open' },
    data: { state, decidedAt: new Date() },
  });
  return changed.count === 1;
}

/** Tasks that nobody decided give up their step's key, so that the run's next execution asks anew. */
export async function releaseUndecided(tx: Transaction, run: { id: string; execution: number }): Promise<void> {
  await tx.$executeRaw`
    UPDATE approval SET step_key = step_key || '#' || ${String(run.execution)}
    WHERE run_id = ${run.id} AND state IN ('expired', 'withdrawn') AND step_key NOT LIKE '%#%'`;
}

export function listOpenApprovalsOfRun(tx: Transaction, runId: string): Promise<ApprovalRow[]> {
  return tx.approval.findMany({ where: { runId, state: 'open' } });
}

export function listApprovalsOfRun(tx: Transaction, runId: string): Promise<ApprovalRow[]> {
  return tx.approval.findMany({ where: { runId }, orderBy: { openedAt: 'asc' } });
}
