import type { DecisionChoice } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { termsOf } from './terms.ts';

/**
 * A drafted link, picture, address or account that no record has leaves on a person's own words alone: they edit it out, or
 * edit the message and keep it. What has perhaps left already was said so before.
 */
export function checkFounded(row: ApprovalRow, decision: DecisionChoice): void {
  if (decision !== 'approve' || row.point === 'unconfirmed' || row.editors.length > 0) return;
  const { leadingAway = 0 } = termsOf(row).unfounded ?? {};
  if (leadingAway === 0) return;
  throw new AppError(
    'claim-unfounded',
    'The message leads to a link, an image, an address or an account that no record has, or is too long to be checked: edit it, and leave that out or write it yourself',
    { facts: { leadingAway } },
  );
}
