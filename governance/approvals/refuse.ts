import { AppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { RunRow } from '#store/runs.ts';
import { decidedAs } from './decided-as.ts';

/** Throws where the time to decide is over. */
export function checkTime(row: ApprovalRow, { run, now }: { run: RunRow | null; now: Date }): void {
  if (run?.cancelRequestedAt || run?.status === 'closed') {
    throw new AppError('approval-withdrawn', 'The run was ended; there is nothing to decide any more');
  }
  if (row.dueAt <= now) throw expired(row);
}

/** What to tell somebody who comes too late. */
export function tooLate(row: ApprovalRow): AppError {
  const { state, decidedBy, decidedAt } = row;
  switch (state) {
    case 'expired':
      return expired(row);
    case 'void':
      return new AppError(
        'approval-withdrawn',
        'The decision found here does not hold; the task was put before people anew',
      );
    case 'withdrawn':
      return new AppError('approval-withdrawn', 'The task was withdrawn with its run');
    default: {
      const at = decidedAt?.toISOString() ?? '';
      const facts = { state, decidedBy: decidedBy ?? '', decidedAt: at };
      return new AppError('already-decided', `${decidedBy} ${decidedAs(state)} this at ${at}`, { facts });
    }
  }
}

function expired({ dueAt }: ApprovalRow): AppError {
  return new AppError('approval-expired', `The time to decide ended at ${dueAt.toISOString()}`);
}
