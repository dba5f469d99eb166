import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { taskCommentPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { approvalIsOpen, type CommentRow, insertComment } from '#store/approval-comments.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { writeTogether } from '#store/write-together.ts';
import type { ActOrder } from './record-refused-act.ts';
import { tooLate } from './refuse.ts';

export interface CommentOrder extends ActOrder {
  text: string;
}

export interface CommentParts {
  database: Database;
  ledger: Ledger;
  policy: PolicyPort;
  seals: Seals;
}

/** Writes down what somebody says about an open task, sealed like all that is said in its run. */
export function createComment({ database, ledger, policy, seals }: CommentParts) {
  const { direct } = database;

  return async function comment(order: CommentOrder): Promise<ApprovalRow> {
    const { approvalId, by } = order;
    const row = await findApproval(direct, approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${approvalId}`);
    checkReads(row, by);
    if (row.state !== 'open') throw tooLate(row);
    const made = await sealComment(row, order);
    const body = { approval: row.id, comment: made.id };
    const entry = { kind: 'approval-commented', runId: row.runId, actor: by.id, body } as const;
    const isWritten = await writeTogether(direct, {
      condition: approvalIsOpen(row.id),
      writes: [insertComment(made), await ledger.entries(entry)],
    });
    // A task that was closed meanwhile is not opened again: the next look says what became of it.
    return isWritten ? row : comment(order);
  };

  function checkReads({ id, runId: run, process, startedBy }: ApprovalRow, by: Person): void {
    const principal = { kind: 'person', person: by } as const;
    if (policy.decide({ action: 'readRun', principal, resource: { run, process, startedBy } }).kind === 'allowed')
      return;
    throw new AppError('policy-refused', `${by.id} may not comment on task ${id}: ask for a role that may read runs`, {
      facts: { action: 'readRun' },
    });
  }

  async function sealComment({ id: approvalId, runId }: ApprovalRow, { by, text }: CommentOrder): Promise<CommentRow> {
    const id = newId('comment');
    const textSealed = await seals.seal(runId, text, taskCommentPlace(id));
    return { id, approvalId, runId, person: by.id, textSealed, at: new Date() };
  }
}
