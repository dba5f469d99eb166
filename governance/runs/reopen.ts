import type { RetryRound } from '#contracts/run.ts';
import type { Transaction } from '#platform/database/client.ts';
import { releaseUndecided } from '#store/approvals.ts';
import { reopenQuestionsOfRun } from '#store/questions.ts';
import { type RunRow, reopenRun } from '#store/runs.ts';
import { findFirstUndone } from '#store/undo.ts';
import { nextRounds } from './rounds.ts';

/**
 * Gives a run that is over another execution. What was decided and answered stands; what was not is asked, and waited for,
 * again. What was taken back is done anew, with all that follows it.
 */
export async function reopen(
  tx: Transaction,
  { run, rounds }: { run: RunRow; rounds: readonly RetryRound[] },
): Promise<RunRow> {
  await releaseUndecided(tx, run);
  await reopenQuestionsOfRun(tx, run.id);
  const anew = nextRounds(rounds, await findFirstUndone(tx, run.id));
  return reopenRun(tx, { run, rounds: anew.map((round) => ({ ...round })) });
}
