import type { UndoneStep } from '#governance/undo/record.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Writes down what became of a step as its run gives up. */
export function createRecordUndone(parts: {
  database: Database;
  record(tx: Transaction, undone: UndoneStep): Promise<void>;
}) {
  return (undone: UndoneStep): Promise<void> => parts.record(parts.database.direct, undone);
}
