import type { RetryRound } from '#contracts/run.ts';
import type { Transaction } from '#platform/database/client.ts';
import { releaseUndecided } from '#store/approvals.ts';
import { type RunRow, reopenRun } from '#store/runs.ts';

/** Gives a run that is over another execution. What was decided stands; what nobody decided is asked again. */
export async function reopen(
  tx: Transaction,
  { run, rounds }: { run: RunRow; rounds: readonly RetryRound[] },
): Promise<RunRow> {
  await releaseUndecided(tx, run);
  return reopenRun(tx, { run, rounds: rounds.map((round) => ({ ...round })) });
}
