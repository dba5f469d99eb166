import { AppError } from '#contracts/errors.ts';
import type { ApprovalItem } from '#contracts/http/approval.ts';
import type { ClaimList, ClaimsRequest } from '#contracts/http/claims.ts';
import type { Person } from '#contracts/person.ts';
import { asOpened } from '#governance/approvals/not-as-opened.ts';
import { actionPlace, evidencePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { findRun } from '#store/runs.ts';
import { createClaimsOfTask } from './claims-of-task.ts';
import type { Reads } from './database.ts';
import { openAction } from './describe-approval.ts';
import { refusedToSee, type Sight } from './judge-sight.ts';
import { runOf } from './list-approvals.ts';

export interface CheckClaimsParts {
  reads: Reads;
  seals: Seals;
  sight: Pick<Sight, 'maySee'>;
}

/** What the message of a task would say with other words in it, while somebody types them. Nothing is written. */
export function createCheckClaims(parts: CheckClaimsParts) {
  const { reads, seals } = parts;
  const claimsOf = createClaimsOfTask(parts);

  return async (by: Person, approvalId: string, { digest, content }: ClaimsRequest): Promise<ClaimList> => {
    const row = await findApproval(reads, approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${approvalId}`);
    if (!(await parts.sight.maySee(by, runOf(row)))) throw refusedToSee(by, `task ${row.id}`);
    // The digest is known to whoever was shown the task, and that left its entry.
    if (row.digest !== digest)
      throw new AppError('digest-mismatch', 'This is not what the task holds now: load it again');
    return asOpened(row, async () => ({ claims: await claimsWith(row, content) }));
  };

  async function claimsWith(row: ApprovalRow, content: ClaimsRequest['content']) {
    const run = await findRun(reads, row.runId);
    if (!run) throw new Error(`The run ${row.runId} of the task ${row.id} is missing`);
    const [action, evidence] = await Promise.all([
      openAction(seals, row.actionSealed, actionPlace(row.id)),
      seals.open(row.evidenceSealed, evidencePlace(row.id)),
    ]);
    return claimsOf({ row, run, action: withWords(action, content), evidence });
  }
}

function withWords(
  action: ApprovalItem['action'],
  { subject, text }: ClaimsRequest['content'],
): ApprovalItem['action'] {
  if (action.kind !== 'sendEmail') return action;
  return { ...action, subject: subject ?? action.subject, text: text ?? action.text };
}
