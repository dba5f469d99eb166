import type { AcceptedChild, ChildOrder } from '#governance/runs/accept-child.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Accepts a child run in its parent's name, once per step. */
export function createAcceptChild(parts: {
  database: Database;
  acceptChild(tx: Transaction, order: ChildOrder): Promise<AcceptedChild>;
}) {
  return (order: ChildOrder): Promise<AcceptedChild> =>
    parts.database.transaction((tx) => parts.acceptChild(tx, order));
}
