import { AppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** What to tell of a task that somebody changed in the database since it was opened: it is nobody's to decide. */
export function notAsOpened({ id }: Pick<ApprovalRow, 'id'>): AppError {
  return new AppError(
    'seal-broken',
    `The task ${id} is not as it was opened: nothing may be decided on it, and nothing is sent. Tell an operator, who can cancel and retry its run to have people asked anew`,
  );
}
