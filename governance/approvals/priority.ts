import { ApprovalPriority } from '#contracts/inbox.ts';

/** A priority as rows are sorted by it. */
export function rankOf(priority: ApprovalPriority): number {
  return ApprovalPriority.options.indexOf(priority);
}

/** A rank is for sorting and showing only; one that nobody gave it counts as the usual. */
export function priorityAt(rank: number): ApprovalPriority {
  return ApprovalPriority.options[rank] ?? 'normal';
}
