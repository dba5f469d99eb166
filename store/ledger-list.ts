import type { Transaction } from '#platform/database/client.ts';
import type { StoredLedgerRow } from './ledger.ts';

/** Entries oldest first, of one run or of all, from behind the id given. */
export function listLedger(
  tx: Transaction,
  page: { runId: string | undefined; after: bigint; limit: number },
): Promise<StoredLedgerRow[]> {
  return tx.ledgerEntry.findMany({
    where: { id: { gt: page.after }, ...(page.runId === undefined ? {} : { runId: page.runId }) },
    orderBy: { id: 'asc' },
    take: page.limit,
  });
}
