import type { StepCall } from '#contracts/step-call.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Records, on a person's word, that a held message did leave. */
export function createConfirmEmail(parts: {
  database: Database;
  confirm(tx: Transaction, order: { step: StepCall; by: string }): Promise<{ messageId: string } | undefined>;
}) {
  return (order: { step: StepCall; by: string }): Promise<{ messageId: string } | undefined> =>
    parts.database.transaction((tx) => parts.confirm(tx, order));
}
