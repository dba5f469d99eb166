import { undoStep } from '#contracts/step.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** Names of the steps a run has taken: those with a stored result, and those that put a task, a message or an effect outside in their place. */
export async function listStepNames(tx: Transaction, runId: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    tx,
    Prisma.sql`
    SELECT name FROM step_result WHERE run_id = ${runId} AND name <> ${undoStep}
    UNION SELECT split_part(step_key, '/', 2) FROM approval WHERE run_id = ${runId} AND point <> 'unconfirmed'
      AND split_part(step_key, '/', 2) <> ${undoStep}
    UNION SELECT step_name FROM outbox_message WHERE run_id = ${runId} AND message_class <> 'notice'
    UNION SELECT split_part(id, '/', 2) FROM outside_effect WHERE run_id = ${runId}
    ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}
