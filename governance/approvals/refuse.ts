import { AppError } from '#contracts/errors.ts';
import { textOfMoment } from '#contracts/moment-text.ts';
import type { Person } from '#contracts/person.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { RunRow } from '#store/runs.ts';
import { decidedAs } from './decided-as.ts';
import { deadlineOf } from './due-in.ts';
import { notAsOpened } from './not-as-opened.ts';
import { progressOf } from './progress.ts';
import type { Situation } from './situation.ts';

/** Throws where the time to decide is over. */
export function checkTime(row: ApprovalRow, { run, now }: { run: RunRow | null; now: Date }): void {
  if (run?.cancelRequestedAt || run?.status === 'closed') {
    throw new AppError('approval-withdrawn', 'The run was ended; there is nothing to decide any more');
  }
  if (deadlineOf(row) <= now) throw expired(row);
}

/** Who gives a word, and for whom. */
interface Giver {
  by: Person;
  onBehalfOf: Person | null;
}

/** Nobody counts twice for one text, in whatever stage, nor is anybody's word given twice. */
export function checkOnce({ row, terms, votes }: Situation, { by, onBehalfOf }: Giver): void {
  const { heard } = progressOf(terms, votes, row.digest);
  const [first] = [by, ...(onBehalfOf ? [onBehalfOf] : [])].filter(({ id }) => heard.includes(id));
  if (!first) return;
  throw new AppError('already-decided', `The word of ${first.id} on this text is given already; now others are asked`, {
    facts: { state: row.state, decidedBy: first.id },
  });
}

/** Who has an open task for themselves, where that is somebody else. */
export function claimedByOther({ state, claimedBy }: ApprovalRow, { id }: Person): string | undefined {
  return state === 'open' && claimedBy !== null && claimedBy !== id ? claimedBy : undefined;
}

export function alreadyClaimed({ claimedBy, claimedAt }: ApprovalRow): AppError {
  const since = claimedAt?.toISOString() ?? '';
  return new AppError(
    'already-claimed',
    `${claimedBy} has claimed this task since ${textOfMoment(since)}: ask them, a team lead or an operator to release it`,
    { facts: { claimedBy: claimedBy ?? '', claimedAt: since } },
  );
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
      if (decidedBy === null) return notAsOpened(row);
      const at = decidedAt?.toISOString() ?? '';
      const facts = { state, decidedBy, decidedAt: at };
      return new AppError('already-decided', `${decidedBy} ${decidedAs(state)} this at ${textOfMoment(at)}`, { facts });
    }
  }
}

function expired(row: ApprovalRow): AppError {
  return new AppError('approval-expired', `The time to decide ended at ${textOfMoment(deadlineOf(row).toISOString())}`);
}
