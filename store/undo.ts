import type { StepAddress } from '#contracts/step.ts';
import { stepKey } from '#contracts/step.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

/** `left`: it stays, and is a person's to see to. `seen-to`: they have. */
export type UndoVerdict = 'undone' | 'left' | 'seen-to';

/** From here on the run takes back what it did. A cancel is heeded by that. */
export async function beginUndoing(tx: Transaction, { id, outcome }: { id: string; outcome: string }): Promise<void> {
  await tx.run.update({ where: { id }, data: { undoOutcome: outcome, cancelRequestedAt: null } });
}

/** What became of a step; a claim finds it said before. */
export function insertUndoneStep(address: StepAddress, verdict: UndoVerdict): Write {
  const { runId, name, round, item } = address;
  return Prisma.sql`
    INSERT INTO undone_step (key, run_id, name, round, item, verdict)
    SELECT ${stepKey(address)}, ${runId}, ${name}, ${round}::int, ${item}, ${verdict} FROM gate
    ON CONFLICT DO NOTHING RETURNING 1`;
}

/** Somebody has seen to what stayed of a step; a claim finds it seen to before. */
export function markSeenTo(key: string): Write {
  return Prisma.sql`UPDATE undone_step SET verdict = 'seen-to' FROM gate
    WHERE key = ${key} AND verdict = 'left' RETURNING 1`;
}

/** What became of the steps of a run as it gave up, by their keys. */
export async function listUndoneSteps(tx: Transaction, runId: string): Promise<ReadonlyMap<string, UndoVerdict>> {
  const rows = await tx.undoneStep.findMany({ where: { runId } });
  return new Map(rows.map(({ key, verdict }) => [key, verdict as UndoVerdict]));
}

/** The first step of a run that was taken back and not done again since. */
export async function findFirstUndone(tx: Transaction, runId: string): Promise<string | undefined> {
  const [row] = await query<{ name: string }>(
    tx,
    Prisma.sql`
    SELECT undone.name FROM undone_step undone LEFT JOIN step_result done USING (key)
    WHERE undone.run_id = ${runId} AND undone.verdict = 'undone' AND NOT EXISTS (
      SELECT 1 FROM step_result later
      WHERE later.run_id = undone.run_id AND later.name = undone.name AND later.item = undone.item
        AND later.round > undone.round)
    ORDER BY done.finished_at, undone.key LIMIT 1`,
  );
  return row?.name;
}
