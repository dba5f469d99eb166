import { ApprovalPriority } from '#contracts/approval-terms.ts';

/** A priority as rows are sorted by it. */
export function rankOf(priority: ApprovalPriority): number {
  return ApprovalPriority.options.indexOf(priority);
}

export function priorityAt(rank: number): ApprovalPriority {
  return ApprovalPriority.parse(ApprovalPriority.options[rank]);
}
