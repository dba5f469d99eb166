import type { ApprovalRow } from '#store/approvals.ts';

/** How long a task still waits, in milliseconds; 0 once it is over, as a later execution of its run may find it. */
export function dueInMs(row: Pick<ApprovalRow, 'state' | 'dueAt'>): number {
  return row.state === 'open' ? Math.max(1, row.dueAt.getTime() - Date.now()) : 0;
}
