import { AppError, isAppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** What to tell of a task that somebody changed in the database since it was opened: it is nobody's to decide. */
export function notAsOpened({ id }: Pick<ApprovalRow, 'id'>, cause?: unknown): AppError {
  return new AppError(
    'seal-broken',
    `The task ${id} is not as it was opened: nothing may be decided on it, and nothing is sent. Tell an operator, who can cancel and retry its run to have people asked anew`,
    { cause },
  );
}

/** Reads something of a task; where a part of it does not open, the task is not as it was opened. */
export async function asOpened<Value>(row: Pick<ApprovalRow, 'id'>, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (isAppError(error) && error.code === 'seal-broken') throw notAsOpened(row, error);
    throw error;
  }
}
