import type { Transaction } from '#platform/database/client.ts';
import { type Approval, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

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
  | 'openedAt'
  | 'dueAt'
>;

/** Opens a task; a claim finds no room where the step has one. */
export function insertApproval(approval: NewApproval): Write {
  const { id, runId, stepKey, process, point, role, team, reasonCode, startedBy, openedAt, dueAt, editable } = approval;
  const { digest, actionSealed, evidenceSealed, evidenceDigest } = approval;
  return Prisma.sql`
    INSERT INTO approval (id, run_id, step_key, process, point, state, role, team, reason_code, started_by, opened_at,
      due_at, editable, digest, action_sealed, evidence_sealed, evidence_digest)
    SELECT ${id}, ${runId}, ${stepKey}, ${process}, ${point}, 'open', ${role}, ${team}, ${reasonCode}, ${startedBy},
      ${openedAt}::timestamptz, ${dueAt}::timestamptz, ${editable}::text[], ${digest}, ${actionSealed}::bytea,
      ${evidenceSealed}::bytea, ${evidenceDigest} FROM gate
    ON CONFLICT DO NOTHING RETURNING 1`;
}

export function findApprovalOfStep(tx: Transaction, stepKey: string): Promise<ApprovalRow | null> {
  return tx.approval.findUnique({ where: { stepKey } });
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

/**
 * Writes a decision if the task is open and its time is not over; a claim finds none where another one won. The gate
 * is that of the run's next order, and is handed on.
 */
export function decideApproval(id: string, decision: DecisionColumns): Write {
  const { state, decidedBy, decidedAt, decidedDigest, decidedActionSealed, commentSealed } = decision;
  const { signature, signatureKeyId } = decision;
  return Prisma.sql`
    UPDATE approval SET state = ${state}, decision = ${decision.decision}, decided_by = ${decidedBy},
      decided_at = ${decidedAt}::timestamptz, decided_digest = ${decidedDigest},
      decided_action_sealed = ${decidedActionSealed}::bytea, comment_sealed = ${commentSealed}::bytea,
      signature = ${signature}::bytea, signature_key_id = ${signatureKeyId}
    FROM gate
    WHERE approval.id = ${id} AND approval.run_id = gate.run_id AND approval.state = 'open'
      AND approval.due_at > ${decidedAt}::timestamptz
    RETURNING gate.run_id, gate.sequence`;
}

/** Closes an open task without a decision; whoever reads the row next sees what stands. */
export async function closeApproval(tx: Transaction, id: string, state: 'expired' | 'withdrawn'): Promise<boolean> {
  const changed = await tx.approval.updateMany({
    where: { id, state: 'open' },
    data: { state, decidedAt: new Date() },
  });
  return changed.count === 1;
}

/** Says of a decision that it does not hold; a claim finds none where that was said before. */
export function voidApproval(id: string): Write {
  return Prisma.sql`UPDATE approval SET state = 'void' FROM gate WHERE id = ${id} AND state <> 'void' RETURNING 1`;
}

/** Tasks without a decision that holds give up their step's key, so that the run's next execution asks anew. */
export async function releaseUndecided(tx: Transaction, run: { id: string; execution: number }): Promise<void> {
  await tx.$executeRaw`
    UPDATE approval SET step_key = step_key || '#' || ${String(run.execution)}
    WHERE run_id = ${run.id} AND state IN ('expired', 'withdrawn', 'void') AND step_key NOT LIKE '%#%'`;
}

/** Withdraws what nobody has decided yet. */
export async function withdrawOpenOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE approval SET state = 'withdrawn', decided_at = ${new Date()}::timestamptz
    WHERE run_id = ${runId} AND state = 'open' RETURNING id`;
  return rows.map((row) => row.id);
}

export function listApprovalsOfRun(tx: Transaction, runId: string): Promise<ApprovalRow[]> {
  return tx.approval.findMany({ where: { runId }, orderBy: { openedAt: 'asc' } });
}
