import type { SeenTo } from '#governance/undo/record.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Writes down that somebody has seen to what stayed. */
export function createRecordSeenTo(parts: {
  database: Database;
  record(tx: Transaction, seenTo: SeenTo): Promise<void>;
}) {
  return (seenTo: SeenTo): Promise<void> => parts.record(parts.database.direct, seenTo);
}
