import type { BegunUndo, UndoOrder } from '#governance/undo/begin.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Ends the run's right to do anything but take back what it did, and says what there is to take back. */
export function createBeginUndo(parts: {
  database: Database;
  begin(tx: Transaction, order: UndoOrder): Promise<BegunUndo>;
}) {
  return (order: UndoOrder): Promise<BegunUndo> => parts.database.transaction((tx) => parts.begin(tx, order));
}
