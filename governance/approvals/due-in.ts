import type { ApprovalRow } from '#store/approvals.ts';

/** When a task can no longer be decided; one that was opened before that was told apart ends as it is due. */
export function deadlineOf({ expiresAt, dueAt }: Pick<ApprovalRow, 'expiresAt' | 'dueAt'>): Date {
  return expiresAt ?? dueAt;
}

/** How long a task still waits, in milliseconds; 0 once it is over, as a later execution of its run may find it. */
export function dueInMs(row: Pick<ApprovalRow, 'state' | 'expiresAt' | 'dueAt'>): number {
  return row.state === 'open' ? Math.max(1, deadlineOf(row).getTime() - Date.now()) : 0;
}
