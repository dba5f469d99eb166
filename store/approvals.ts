import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import { query, send, type Transaction } from '#platform/database/client.ts';
import { type Approval, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

export type ApprovalRow = Approval;

const columns = columnsOf(Prisma.ApprovalScalarFieldEnum);

export type NewApproval = Pick<
  ApprovalRow,
  | 'id'
  | 'runId'
  | 'stepKey'
  | 'process'
  | 'point'
  | 'role'
  | 'team'
  | 'audience'
  | 'reasonCode'
  | 'digest'
  | 'actionSealed'
  | 'evidenceSealed'
  | 'evidenceDigest'
  | 'editable'
  | 'startedBy'
  | 'openedAt'
  | 'dueAt'
  | 'expiresAt'
  | 'nextAt'
  | 'priority'
> & { terms: ApprovalTerms };

/** Opens a task; a claim finds no room where the step has one. */
export function insertApproval(approval: NewApproval): Write {
  const { id, runId, stepKey, process, point, role, team, reasonCode, startedBy, openedAt, dueAt, editable } = approval;
  const { digest, actionSealed, evidenceSealed, evidenceDigest, terms, audience } = approval;
  const { expiresAt, nextAt, priority } = approval;
  return Prisma.sql`
    INSERT INTO approval (id, run_id, step_key, process, point, state, role, team, terms, audience, reason_code,
      started_by, opened_at, due_at, expires_at, next_at, priority, editable, digest, action_sealed, evidence_sealed, evidence_digest)
    SELECT ${id}, ${runId}, ${stepKey}, ${process}, ${point}, 'open', ${role}, ${team},
      ${JSON.stringify(terms)}::jsonb, ${audience}::text[], ${reasonCode}, ${startedBy}, ${openedAt}::timestamptz,
      ${dueAt}::timestamptz, ${expiresAt}::timestamptz, ${nextAt}::timestamptz, ${priority}::int, ${editable}::text[],
      ${digest}, ${actionSealed}::bytea, ${evidenceSealed}::bytea, ${evidenceDigest} FROM gate
    ON CONFLICT DO NOTHING RETURNING 1`;
}

export function findApprovalOfStep(tx: Transaction, stepKey: string): Promise<ApprovalRow | null> {
  return tx.approval.findUnique({ where: { stepKey } });
}

export async function findApproval(tx: Transaction, id: string): Promise<ApprovalRow | null> {
  const [row] = await query<ApprovalRow>(tx, Prisma.sql`SELECT ${columns} FROM approval WHERE id = ${id}`);
  return row ?? null;
}

export interface DecisionColumns {
  state: string;
  decision: string;
  decidedBy: string;
  decidedAt: Date;
  decidedDigest: string;
  decidedActionSealed: Uint8Array<ArrayBuffer> | null;
  stage: number;
  /** People whose votes count with it. */
  decidedWith: string[];
  onBehalfOf: string | null;
  /** Whom a question goes to: customer, or person:ID. */
  questionTo: string | null;
  commentSealed: Uint8Array<ArrayBuffer> | null;
  fieldsSealed: Uint8Array<ArrayBuffer> | null;
  signature: Uint8Array<ArrayBuffer>;
  signatureKeyId: string;
}

/** The place of a decision: on this text, after so many votes. Whoever is overtaken finds another. */
export interface DecisionPlace {
  id: string;
  votes: number;
}

/**
 * Writes a decision if the task is open, its time is not over and nobody else has it for themselves; a claim finds none
 * where another one won. The gate is that of the run's next order, and is handed on.
 */
export function decideApproval({ id, votes }: DecisionPlace, decision: DecisionColumns): Write {
  const { state, decidedBy, decidedAt, decidedDigest, decidedActionSealed, commentSealed, fieldsSealed } = decision;
  const { signature, signatureKeyId, stage, decidedWith, onBehalfOf, questionTo } = decision;
  const claimers = [decidedBy, ...(onBehalfOf === null ? [] : [onBehalfOf])];
  return Prisma.sql`
    UPDATE approval SET state = ${state}, stage = ${stage}::int, decision = ${decision.decision}, decided_by = ${decidedBy},
      decided_at = ${decidedAt}::timestamptz, decided_digest = ${decidedDigest},
      decided_action_sealed = ${decidedActionSealed}::bytea, comment_sealed = ${commentSealed}::bytea, fields_sealed = ${fieldsSealed}::bytea,
      signature = ${signature}::bytea, signature_key_id = ${signatureKeyId}, decided_with = ${decidedWith}::text[],
      on_behalf_of = ${onBehalfOf}, question_to = ${questionTo}
    FROM gate
    WHERE approval.id = ${id} AND approval.run_id = gate.run_id AND approval.state = 'open'
      AND coalesce(approval.expires_at, approval.due_at) > ${decidedAt}::timestamptz AND approval.votes = ${votes}::int
      AND (approval.claimed_by IS NULL OR approval.claimed_by = ANY(${claimers}::text[]))
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

/** Says of exactly this decision that it does not hold; a claim finds none where that was said before. */
export function voidApproval({ id, state, signature }: ApprovalRow, code: string): Write {
  return Prisma.sql`UPDATE approval SET state = 'void', void_code = ${code} FROM gate
    WHERE id = ${id} AND state = ${state} AND state <> 'void'
      AND signature IS NOT DISTINCT FROM ${signature}::bytea RETURNING 1`;
}

/**
 * Tasks without a decision that holds give up their step's key, so that the run's next execution asks anew. One that
 * people were asked again about keeps it: the next execution finds it void or expired, and goes on to that other task.
 */
export async function releaseUndecided(tx: Transaction, run: { id: string; execution: number }): Promise<void> {
  await send(
    tx,
    Prisma.sql`
    UPDATE approval SET step_key = step_key || '#' || ${String(run.execution)}
    WHERE run_id = ${run.id} AND step_key NOT LIKE '%#%' AND (state = 'withdrawn' OR state IN ('void', 'expired')
      AND NOT EXISTS (
        SELECT 1 FROM approval later WHERE later.run_id = approval.run_id AND later.opened_at > approval.opened_at))`,
  );
}

/** Withdraws what nobody has decided yet. */
export async function withdrawOpenOfRun(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    tx,
    Prisma.sql`
    UPDATE approval SET state = 'withdrawn', decided_at = ${new Date()}::timestamptz
    WHERE run_id = ${runId} AND state = 'open' RETURNING id`,
  );
  return rows.map((row) => row.id);
}

export function listApprovalsOfRun(tx: Transaction, runId: string): Promise<ApprovalRow[]> {
  return tx.approval.findMany({ where: { runId }, orderBy: { openedAt: 'asc' } });
}
